package dev.kapu.submission;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A QR code; up to a quarter of it may be spoilt. Of the eight ways to write one (ISO/IEC 18004, 7.8) the first is taken
 * that an ordinary reader reads: now and then some modules in the middle look like a corner, and readers take them for it
 * from any distance.
 */
final class SquareCode {
    /** White modules on each side, as the standard wants them. */
    private static final int QUIET_ZONE = 4;

    private static final int MASKS = 8;

    /** Pixels of a module, from near and from far. */
    private static final int[] DISTANCES = {10, 4};

    private SquareCode() {}

    static BitMatrix of(String text) {
        return IntStream.range(0, MASKS)
                .mapToObj(mask -> encoded(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask)))
                .filter(code -> IntStream.of(DISTANCES).allMatch(pixels -> isRead(code, pixels, text)))
                .findFirst()
                .orElseGet(() -> encoded(text, Map.of()));
    }

    private static BitMatrix encoded(String text, Map<EncodeHintType, ?> more) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);
        hints.put(EncodeHintType.MARGIN, QUIET_ZONE);
        hints.putAll(more);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException impossible) {
            throw new IllegalStateException("the code is too long", impossible);
        }
    }

    private static boolean isRead(BitMatrix code, int pixels, String text) {
        var seen = new BinaryBitmap(new HybridBinarizer(picture(code, pixels)));
        try {
            return new QRCodeReader()
                    .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText()
                    .equals(text);
        } catch (ReaderException notSeen) {
            return false;
        }
    }

    private static LuminanceSource picture(BitMatrix code, int pixels) {
        int width = code.getWidth() * pixels;
        int[] picture = new int[width * width];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = code.get(i % width / pixels, i / width / pixels) ? 0x000000 : 0xFFFFFF;
        }
        return new RGBLuminanceSource(width, width, picture);
    }
}
