package dev.kapu.submission;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A scanner held over the first page of a printed sheet. It looks again from another distance, as the beam of a real one
 * does.
 */
public final class PaperScanner {
    private static final int[] DOTS_AN_INCH = {300, 200, 400, 250};

    private PaperScanner() {}

    /** The square code. */
    public static String scan(byte[] sheet) {
        try (var pdf = Loader.loadPDF(sheet)) {
            return scan(pdf, BarcodeFormat.QR_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String scan(PDDocument pdf, BarcodeFormat format) throws IOException {
        for (int dots : DOTS_AN_INCH) {
            var read = look(new PDFRenderer(pdf).renderImageWithDPI(0, dots), format);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new AssertionError("no " + format + " on the sheet");
    }

    private static Optional<String> look(BufferedImage image, BarcodeFormat format) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        try {
            var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
            return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
        } catch (NotFoundException notSeen) {
            return Optional.empty();
        }
    }
}
