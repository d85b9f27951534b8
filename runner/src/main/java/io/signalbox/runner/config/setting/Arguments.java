package io.signalbox.runner.config.setting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A command line, taken apart.
 *
 * @param words what is no option: the command
 * @param options what is set, as often as it is
 */
public record Arguments(List<String> words, Map<Setting, List<String>> options) {
    private static final String SET = "true";

    /** Takes it apart: {@code --name value}, {@code --name=value}, or the name alone where it needs no value. */
    public static Arguments of(String... arguments) {
        var words = new ArrayList<String>();
        var options = new EnumMap<Setting, List<String>>(Setting.class);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String next = rest.next();
            if (next.startsWith("-")) {
                take(next, rest, options);
            } else {
                words.add(next);
            }
        }
        return new Arguments(words, options);
    }

    private static void take(String argument, Iterator<String> rest, Map<Setting, List<String>> options) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        Setting setting = Setting.ofOption(name)
                .orElseThrow(() -> new InvalidSettingException("there is no option " + name + " (--help tells all)"));
        List<String> values = options.computeIfAbsent(setting, _ -> new ArrayList<>());
        if (!values.isEmpty() && !setting.isList()) {
            throw new InvalidSettingException(name + " is given twice");
        }
        values.add(equals < 0 ? value(setting, rest) : argument.substring(equals + 1));
    }

    private static String value(Setting setting, Iterator<String> rest) {
        if (setting.isFlag()) {
            return SET;
        }
        if (!rest.hasNext()) {
            throw new InvalidSettingException(setting.option() + " has no value");
        }
        return rest.next();
    }
}
