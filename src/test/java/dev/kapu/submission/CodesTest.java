package dev.kapu.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The code on a sheet, as a reader sees it that looks once (K20). */
class CodesTest {
    /** Written as usual, it was read from no distance: some modules in its middle looked like a corner. */
    private static final String HARD =
            "KIR-T-31 2026-85834140 4074FD6ACCF61E1C347C9A08656B77056FE831F42F04767D5F7BB34EC5002445";

    @Test
    void a_code_that_looks_as_if_it_had_a_fourth_corner_is_written_another_way() {
        assertThat(read(HARD)).isEqualTo(HARD);
    }

    @Test
    void whatever_the_hash_is_the_code_is_read_at_the_first_look() {
        var random = new Random(11);
        var texts = Stream.generate(() -> text(random)).limit(600).toList();

        assertThat(texts.parallelStream().filter(text -> !read(text).equals(text)))
                .isEmpty();
    }

    @Test
    void around_it_is_as_much_white_as_the_standard_wants() {
        var image = image(HARD);

        for (int at = 0; at < image.getWidth(); at++) {
            for (int white = 0; white < 40; white++) {
                assertThat(image.getRGB(at, white) & 0xFF).isEqualTo(0xFF);
                assertThat(image.getRGB(white, at) & 0xFF).isEqualTo(0xFF);
            }
        }
    }

    private static String text(Random random) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        var number = "2026-%08d".formatted(random.nextInt(100_000_000));
        return "KIR-T-11 " + number + " " + HexFormat.of().withUpperCase().formatHex(hash);
    }

    private static String read(String text) {
        var image = image(text);
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
        try {
            return new QRCodeReader()
                    .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException unread) {
            return "not read";
        }
    }

    private static BufferedImage image(String text) {
        var png = Codes.square(text).replaceFirst("^data:image/png;base64,", "");
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
