package org.pergola.web.content;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types by a file's extension. Text has no charset: old packages name theirs inside. */
final class MimeTypes {

    private static final Map<String, String> TYPES = Stream.of("""
            html htm=text/html
            xhtml xht=application/xhtml+xml
            js mjs cjs=text/javascript
            css=text/css
            json map=application/json
            xml xsd xsl xslt dtd=application/xml
            txt log=text/plain
            csv=text/csv
            vtt=text/vtt
            srt=application/x-subrip
            png=image/png
            jpg jpeg jpe jfif=image/jpeg
            gif=image/gif
            svg=image/svg+xml
            webp=image/webp
            avif=image/avif
            bmp=image/bmp
            ico cur=image/x-icon
            tif tiff=image/tiff
            mp3=audio/mpeg
            m4a=audio/mp4
            aac=audio/aac
            ogg oga opus=audio/ogg
            wav=audio/wav
            flac=audio/flac
            mp4 m4v=video/mp4
            webm=video/webm
            ogv=video/ogg
            mov=video/quicktime
            m3u8=application/vnd.apple.mpegurl
            mpd=application/dash+xml
            ts=video/mp2t
            woff=font/woff
            woff2=font/woff2
            ttf=font/ttf
            otf=font/otf
            eot=application/vnd.ms-fontobject
            wasm=application/wasm
            pdf=application/pdf
            swf=application/x-shockwave-flash
            webmanifest=application/manifest+json
            """.split("\n")).map(line -> line.split("="))
            .flatMap(line -> Stream.of(line[0].split(" ")).map(extension -> Map.entry(extension, line[1])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private MimeTypes() {
    }

    /** Empty where a browser should not try to show it. */
    static Optional<String> of(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(TYPES.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
