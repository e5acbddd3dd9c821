package dev.kapu.submission;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A scanner of 300 dots an inch, held over the first page of a printed sheet. */
public final class PaperScanner {
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
        var image = new PDFRenderer(pdf).renderImageWithDPI(0, 300);
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        try {
            return new MultiFormatReader()
                    .decode(
                            bitmap,
                            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no " + format + " on the sheet", e);
        }
    }
}
