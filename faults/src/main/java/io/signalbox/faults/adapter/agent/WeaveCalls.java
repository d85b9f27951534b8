package io.signalbox.faults.adapter.agent;

import io.signalbox.faults.core.crash.CrashPoint;
import io.signalbox.faults.core.crash.Spot;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a call of {@link CrashAgent#reached} into each method that a crash point names. */
final class WeaveCalls implements ClassFileTransformer {
    private static final ClassDesc AGENT = ClassDesc.of(CrashAgent.class.getName());
    private static final MethodTypeDesc REACHED = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> old,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<CrashPoint> points = Stream.of(CrashPoint.values())
                .filter(point -> point.spot().internalName().equals(name))
                .toList();
        return points.isEmpty() || loader == null ? null : woven(loader, points, bytes);
    }

    /** The JVM takes a failure here for "unchanged" and says nothing. */
    private static byte @Nullable [] woven(ClassLoader loader, List<CrashPoint> points, byte[] bytes) {
        try {
            return woven(ClassHierarchyResolver.ofResourceParsing(loader), points, bytes);
        } catch (RuntimeException e) {
            System.err.println("No crash points in " + points + ": " + e);
            return null;
        }
    }

    static byte[] woven(ClassHierarchyResolver types, List<CrashPoint> points, byte[] bytes) {
        ClassFile files = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(types.orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel type = files.parse(bytes);
        byte[] changed = bytes;
        for (CrashPoint point : points) {
            changed = files.transformClass(type, with(point));
            type = files.parse(changed);
        }
        return changed;
    }

    private static ClassTransform with(CrashPoint point) {
        return ClassTransform.transformingMethodBodies(
                method -> isAt(point.spot(), method), CodeTransform.ofStateful(() -> weaving(point)));
    }

    private static boolean isAt(Spot spot, MethodModel method) {
        return method.methodName().equalsString(spot.method());
    }

    private static CodeTransform weaving(CrashPoint point) {
        return switch (point.spot().side()) {
            case BEFORE -> new AtStart(point);
            case BEHIND ->
                (code, element) -> {
                    if (element instanceof ReturnInstruction) {
                        call(code, point);
                    }
                    code.with(element);
                };
        };
    }

    private static void call(CodeBuilder code, CrashPoint point) {
        code.loadConstant(point.name()).invokestatic(AGENT, "reached", REACHED);
    }

    private record AtStart(CrashPoint point) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            call(code, point);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }
}
