import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.ClassFileVersion;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar and writes its classes in a format that the JVM's class cache keeps: of Java 5's it keeps none, since they say nothing of the types
 * at each branch (ADR 0300). Nothing else about them changes.
 */
final class NewerClasses {
    private static final ClassTransform NEWER = (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_21_VERSION, 0);
        } else {
            builder.with(element);
        }
    };
    // Only bodies that are written anew say it.
    private static final ClassTransform BODIES = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));

    /** {@code FROM TO} */
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        try (var classes = new URLClassLoader(new URL[] {from.toUri().toURL()});
                var in = new ZipInputStream(Files.newInputStream(from));
                var out = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            ClassFile format = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(copied(format, entry, in.readAllBytes()));
            }
        }
    }

    private static byte[] copied(ClassFile format, ZipEntry entry, byte[] bytes) {
        if (!entry.getName().endsWith(".class")) {
            return bytes;
        }
        ClassModel model = format.parse(bytes);
        return model.majorVersion() < ClassFile.JAVA_6_VERSION ? format.transformClass(model, NEWER.andThen(BODIES)) : bytes;
    }
}
