package dev.kapu.submission;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Codes that ordinary scanners read, as images for the sheet. */
final class Codes {
    private static final int PIXELS_PER_MODULE = 10;
    private static final int BAR_HEIGHT = 160;
    /** White modules on both sides, altogether; ISO/IEC 15417 wants ten on each. */
    private static final int QUIET_ZONE = 20;

    private Codes() {}

    static String square(String text) {
        return image(SquareCode.of(text), PIXELS_PER_MODULE);
    }

    /** Code 128. */
    static String linear(String text) {
        return image(encode(text, BarcodeFormat.CODE_128, BAR_HEIGHT, Map.of(EncodeHintType.MARGIN, QUIET_ZONE)), 4);
    }

    private static BitMatrix encode(String text, BarcodeFormat format, int height, Map<EncodeHintType, ?> hints) {
        try {
            return new MultiFormatWriter().encode(text, format, 0, height, hints);
        } catch (WriterException impossible) {
            throw new IllegalStateException("the code is too long", impossible);
        }
    }

    private static String image(BitMatrix bits, int scale) {
        boolean linear = bits.getHeight() == BAR_HEIGHT;
        int rows = linear ? 1 : scale;
        var image = new BufferedImage(bits.getWidth() * scale, bits.getHeight() * rows, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, bits.get(x / scale, y / rows) ? 0x000000 : 0xFFFFFF);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
