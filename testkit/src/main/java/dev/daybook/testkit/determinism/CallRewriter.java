package dev.daybook.testkit.determinism;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the clock of a world, and its order of immutable sets and maps, into classes that ask Java for them. A clock is
 * found where it is called and where a method reference names it; {@link java.util.Calendar} is not, but its time zone
 * differs.
 */
final class CallRewriter {
    private static final ClassDesc CLOCK = describe(WorldClock.class);
    private static final ClassDesc ORDER = describe(WorldOrder.class);
    private static final String NOW = "now";

    /** By what it stands for, the name of a method of {@link WorldClock}. */
    private static final Map<String, String> STAND_INS = Arrays.stream(WorldClock.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .collect(Collectors.toUnmodifiableMap(CallRewriter::original, Method::getName));

    private static final String NEW_DATE = key(describe(Date.class), ConstantDescs.INIT_NAME, "()V");

    private static final Map<ClassDesc, MethodTypeDesc> UNORDERED = Map.of(
            ConstantDescs.CD_Set, MethodTypeDesc.of(ConstantDescs.CD_Set, ConstantDescs.CD_Set),
            ConstantDescs.CD_Map, MethodTypeDesc.of(ConstantDescs.CD_Map, ConstantDescs.CD_Map));
    private static final Set<String> UNORDERED_FACTORIES = Set.of("of", "ofEntries", "copyOf");

    /** A library may name classes that are not there, as long as it does not use them. */
    private final ClassFile classFile = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.defaultResolver().orElse(_ -> ClassHierarchyInfo.ofInterface())));

    /** The class file as it is for this world. */
    byte[] rewrite(byte[] original) {
        var model = classFile.parse(original);
        return asks(model)
                ? classFile.transformClass(model, ClassTransform.transformingMethodBodies(CallRewriter::rewrite))
                : original;
    }

    private static boolean asks(ClassModel model) {
        for (var entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member && (isReplaced(key(member)) || isUnordered(member))) {
                return true;
            }
        }
        return false;
    }

    private static void rewrite(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> rewrite(code, call);
            case InvokeDynamicInstruction call -> code.invokedynamic(rewritten(call));
            default -> code.with(element);
        }
    }

    private static void rewrite(CodeBuilder code, InvokeInstruction call) {
        var standIn = STAND_INS.get(key(call.method()));
        if (standIn != null) {
            code.invokestatic(CLOCK, standIn, call.typeSymbol());
        } else if (key(call.method()).equals(NEW_DATE)) {
            code.invokestatic(CLOCK, "currentTimeMillis", MethodTypeDesc.of(ConstantDescs.CD_long))
                    .invokespecial(
                            describe(Date.class),
                            ConstantDescs.INIT_NAME,
                            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
        } else {
            code.with(call);
            var ordered = unordered(call.method());
            if (ordered != null) {
                code.invokestatic(ORDER, "of", ordered);
            }
        }
    }

    private static DynamicCallSiteDesc rewritten(InvokeDynamicInstruction call) {
        return DynamicCallSiteDesc.of(
                call.bootstrapMethod(),
                call.name().stringValue(),
                call.typeSymbol(),
                call.bootstrapArgs().stream().map(CallRewriter::rewritten).toArray(ConstantDesc[]::new));
    }

    private static ConstantDesc rewritten(ConstantDesc argument) {
        if (argument instanceof DirectMethodHandleDesc method) {
            var standIn = STAND_INS.get(key(method.owner(), method.methodName(), method.lookupDescriptor()));
            return standIn == null
                    ? method
                    : MethodHandleDesc.of(
                            DirectMethodHandleDesc.Kind.STATIC, CLOCK, standIn, method.lookupDescriptor());
        }
        return argument;
    }

    private static boolean isReplaced(String method) {
        return STAND_INS.containsKey(method) || method.equals(NEW_DATE);
    }

    private static boolean isUnordered(MemberRefEntry member) {
        return unordered(member) != null;
    }

    private static @Nullable MethodTypeDesc unordered(MemberRefEntry member) {
        return UNORDERED_FACTORIES.contains(member.name().stringValue())
                ? UNORDERED.get(member.owner().asSymbol())
                : null;
    }

    private static String original(Method standIn) {
        var type = standIn.getReturnType();
        return key(
                describe(type == long.class ? System.class : type),
                standIn.getName().startsWith(NOW) ? NOW : standIn.getName(),
                MethodTypeDesc.of(
                                describe(type),
                                Arrays.stream(standIn.getParameterTypes())
                                        .map(CallRewriter::describe)
                                        .toList())
                        .descriptorString());
    }

    private static String key(MemberRefEntry member) {
        return key(
                member.owner().asSymbol(),
                member.name().stringValue(),
                member.type().stringValue());
    }

    private static String key(ClassDesc owner, String name, String type) {
        return owner.descriptorString() + "." + name + type;
    }

    private static ClassDesc describe(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }
}
