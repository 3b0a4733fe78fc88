package org.pergola.kernel.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pergola.api.access.Access;
import org.pergola.api.actor.Actor;
import org.pergola.api.actor.Actors;
import org.pergola.api.error.Refused;
import org.pergola.api.file.Pictures.Picture;
import org.pergola.api.file.Pictures.Size;
import org.pergola.kernel.file.BlobFolder;
import org.pergola.kernel.work.KernelStore;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureStoreTest {

    private static final Set<String> SEEN_BY = Set.of("notes.note.see");

    @TempDir
    static Path folder;

    private final Set<String> held = new HashSet<>();
    private KernelStore store;
    private BlobFolder blobs;
    private PictureStore pictures;

    @BeforeAll
    void start() {
        store = KernelStore.derby(folder);
        blobs = new BlobFolder(folder.resolve("blobs"));
        Access access = (Access) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Access.class},
                (self, method, arguments) -> method.getName().equals("mayAnywhere") && held.contains(arguments[0]));
        Actors actors = new Actors() {
            @Override
            public Actor current() {
                return new Actor.Person(person());
            }

            @Override
            public UUID person() {
                return new UUID(1, 1);
            }
        };
        pictures = new PictureStore(store.database(), blobs, access, actors, store.clock());
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
    }

    private Picture put(byte[] file) {
        return pictures.put("garden", new ByteArrayInputStream(file), SEEN_BY);
    }

    private byte[] bytes(Size size) throws IOException {
        try (InputStream in = blobs.open(size.blob().hash()).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private Size size(Picture picture, int atLeast) {
        held.add("notes.note.see");
        return pictures.size(picture.hash(), atLeast).orElseThrow();
    }

    @Test
    void a_large_picture_is_made_in_the_widths_that_pages_ask_for_and_in_no_larger_one() {
        Picture picture = put(PictureMaker.file(PictureMaker.halves(3000, 2000, BufferedImage.TYPE_INT_RGB), "jpeg"));
        assertEquals(1280, picture.width());
        assertEquals(853, picture.height(), 1);
        assertEquals(320, size(picture, 1).width());
        assertEquals(640, size(picture, 321).width());
        assertEquals(1280, size(picture, 641).width());
        assertEquals(1280, size(picture, 5000).width());
    }

    @Test
    void a_small_picture_stays_as_small_as_it_is() {
        Picture picture = put(PictureMaker.file(PictureMaker.halves(100, 40, BufferedImage.TYPE_INT_RGB), "png"));
        assertEquals(new Picture(picture.hash(), 100, 40), picture);
        assertEquals(100, size(picture, 640).width());
        assertEquals(Optional.of(picture), pictures.find(picture.hash()));
        assertEquals("/files/" + picture.hash(), picture.address());
    }

    @Test
    void what_shines_through_still_does() throws IOException {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(10, 10, 0xFF00FF00);
        Size size = size(put(PictureMaker.file(clear, "png")), 1);
        assertEquals("image/png", size.type());
        BufferedImage shown = PictureMaker.read(bytes(size));
        assertEquals(0, shown.getRGB(0, 0) >>> 24);
        assertEquals(0xFF00FF00, shown.getRGB(10, 10));
    }

    @Test
    void the_first_frame_of_a_gif_is_taken() {
        assertEquals(60, put(PictureMaker.file(PictureMaker.halves(60, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif"))
                .width());
    }

    /** Red is at the left of what the camera stored. */
    @ParameterizedTest
    @CsvSource({"1, 400, 200, left", "2, 400, 200, right", "3, 400, 200, right", "4, 400, 200, left",
        "5, 200, 400, top", "6, 200, 400, top", "7, 200, 400, bottom", "8, 200, 400, bottom", "9, 400, 200, left"})
    void a_picture_stands_upright_however_the_camera_was_held(int way, int width, int height, String red)
            throws IOException {
        byte[] jpeg = PictureMaker.file(PictureMaker.halves(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        Size size = size(put(PictureMaker.held(jpeg, way)), 1280);
        BufferedImage shown = PictureMaker.read(bytes(size));
        assertEquals(width, shown.getWidth());
        assertEquals(height, shown.getHeight());
        int x = red.equals("left") ? 20 : red.equals("right") ? width - 20 : width / 2;
        int y = red.equals("top") ? 20 : red.equals("bottom") ? height - 20 : height / 2;
        assertTrue((shown.getRGB(x, y) >> 16 & 0xFF) > 200, "red at the " + red);
        assertTrue((shown.getRGB(width - 1 - x, height - 1 - y) & 0xFF) > 200 || red.equals("none"), "blue opposite");
    }

    @Test
    void nothing_that_the_camera_wrote_is_kept() throws IOException {
        byte[] jpeg = PictureMaker.file(PictureMaker.halves(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] remark = "\u00ff\u00fe\u0000\u0010Ward 7, room 3".getBytes(StandardCharsets.ISO_8859_1);
        byte[] told = PictureMaker.join(Arrays.copyOf(jpeg, 2), remark, Arrays.copyOfRange(jpeg, 2, jpeg.length));
        String kept = new String(bytes(size(put(PictureMaker.held(told, 1)), 1280)), StandardCharsets.ISO_8859_1);
        assertFalse(kept.contains("Ward 7"));
        assertFalse(kept.contains("Exif"));
    }

    @Test
    void the_same_picture_is_there_once_and_gains_who_may_see_it() {
        byte[] file = PictureMaker.file(PictureMaker.halves(90, 90, BufferedImage.TYPE_INT_RGB), "png");
        Picture first = put(file);
        assertEquals(first, pictures.put("again", new ByteArrayInputStream(file), Set.of(Access.PUBLIC)));
        held.clear();
        assertTrue(pictures.size(first.hash(), 1).isPresent(), "everybody may now");
    }

    @Test
    void who_holds_none_of_its_permissions_does_not_find_it() {
        Picture picture = put(PictureMaker.file(PictureMaker.halves(91, 90, BufferedImage.TYPE_INT_RGB), "png"));
        held.clear();
        assertEquals(Optional.empty(), pictures.size(picture.hash(), 1));
        held.add("notes.note.see");
        assertTrue(pictures.size(picture.hash(), 1).isPresent());
    }

    @Test
    void a_stored_file_that_is_no_picture_is_never_one() {
        String page = blobs.put(new ByteArrayInputStream("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                100).hash();
        held.add("notes.note.see");
        assertEquals(Optional.empty(), pictures.size(page, 1));
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_honest_picture_is_refused_and_nothing_is_stored() {
        byte[] png = PictureMaker.file(PictureMaker.halves(40, 40, BufferedImage.TYPE_INT_RGB), "png");
        byte[] jpeg = PictureMaker.file(PictureMaker.halves(40, 40, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] gif = PictureMaker.file(PictureMaker.halves(40, 40, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        byte[] wide = gif.clone();
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, 0, wide, 6, 4);
        byte[] emptyZip = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, emptyZip, 0, 4);
        Map<String, Map.Entry<byte[], String>> bad = Map.ofEntries(
                Map.entry("20,000 by 20,000 pixels", Map.entry(PictureMaker.flood(20_000, 20_000), "kernel.picture.pixels")),
                Map.entry("a GIF with a huge screen", Map.entry(wide, "kernel.picture.pixels")),
                Map.entry("text", Map.entry("hello".getBytes(StandardCharsets.UTF_8), "kernel.picture.none")),
                Map.entry("nothing", Map.entry(new byte[0], "kernel.picture.none")),
                Map.entry("a drawing with a script", Map.entry("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"
                        .getBytes(StandardCharsets.UTF_8), "kernel.picture.drawing")),
                Map.entry("a drawing", Map.entry("<?xml version='1.0'?><svg/>".getBytes(StandardCharsets.UTF_8),
                        "kernel.picture.drawing")),
                Map.entry("a page", Map.entry("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8),
                        "kernel.picture.drawing")),
                Map.entry("a picture cut off", Map.entry(Arrays.copyOf(png, png.length / 2), "kernel.picture.broken")),
                Map.entry("only a beginning", Map.entry(Arrays.copyOf(jpeg, 12), "kernel.picture.broken")),
                Map.entry("a picture with an archive behind it", Map.entry(PictureMaker.join(gif, emptyZip),
                        "kernel.picture.double")),
                Map.entry("a picture with a page behind it", Map.entry(PictureMaker.join(jpeg,
                        "<ScRiPt>alert(1)</ScRiPt>".getBytes(StandardCharsets.UTF_8)), "kernel.picture.double")),
                Map.entry("a picture that is a document", Map.entry(PictureMaker.join(png,
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8)), "kernel.picture.double")));
        return bad.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
            long before = files();
            Refused refused = assertThrows(Refused.class, () -> put(one.getValue().getKey()));
            assertEquals(one.getValue().getValue(), refused.text().key());
            assertEquals(Refused.Kind.INVALID, refused.kind());
            assertEquals(before, files());
        }));
    }

    @Test
    void a_file_past_the_limit_is_too_large() {
        Refused refused = assertThrows(Refused.class, () -> put(new byte[21 * 1024 * 1024]));
        assertEquals(Refused.Kind.TOO_LARGE, refused.kind());
    }

    @Test
    void a_picture_of_very_many_pixels_is_read_within_little_memory() {
        byte[] file = PictureMaker.flood(8_000, 6_000);
        assertEquals(1280, put(file).width());
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
