// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCoreApplication>

#include <array>

namespace pd::ctl {

namespace {

#define T(text) QT_TR_NOOP(text) // lupdate knows it by this name, see tests/checks/translations.py

constexpr OptionInfo Common[] = {
    OptionInfo{"json", 0, nullptr, T("One JSON document on standard output; an error as JSON on the last line of standard error")},
    OptionInfo{"store", 0, "DIR", T("The local store (default: the Policy CLI's)")},
    OptionInfo{"plain-http", 0, nullptr, T("Speak HTTP without TLS to the registries of this command")},
    OptionInfo{"ca", 0, "FILE", T("Trust the certificates in FILE (PEM) besides the system's; may be repeated")},
    OptionInfo{"github-api", 0, "HOST=URL", T("Where the GitHub API of a registry is (ghcr.io: https://api.github.com); may be repeated")},
    OptionInfo{"default-registry", 0, "HOST", T("Complete short references with HOST (default: the store's)")},
    OptionInfo{"help", 'h', nullptr, T("Show this help")},
};
constexpr OptionInfo Login[] = {
    OptionInfo{"user", 'u', "USER", T("The account")},
    OptionInfo{"password-stdin", 0, nullptr, T("Read the token from standard input")},
    OptionInfo{"default", 'd', nullptr, T("Make it the default registry")},
};
constexpr OptionInfo Build[] = {
    OptionInfo{"tag", 't', "REF", T("The reference that the image gets")},
    OptionInfo{"annotation", 'a', "KEY=VALUE", T("Add an annotation; may be repeated")},
    OptionInfo{"revision", 'r', "TEXT", T("The bundle's revision (default: git's)")},
    OptionInfo{"rego-version", 0, "VERSION", T("rego.v1 (default), rego.v0 or rego.v0v1")},
    OptionInfo{"optimize", 'O', "LEVEL", T("0, 1 or 2; above 0 needs an entry point")},
    OptionInfo{"entrypoint", 'e', "PATH", T("A rule that is asked from outside; may be repeated")},
    OptionInfo{"ignore", 0, "PATTERN", T("Leave out matching files; may be repeated")},
    OptionInfo{"include-tests", 0, nullptr, T("Put *_test.rego into the image too")},
};
constexpr OptionInfo Publish[] = {
    OptionInfo{"tag", 't', "TAG[,TAG…]", T("The tags that the version gets (default: the next patch version)")},
    OptionInfo{"annotation", 'a', "KEY=VALUE", T("Add an annotation; may be repeated")},
    OptionInfo{"revision", 'r', "TEXT", T("The bundle's revision (default: git's)")},
    OptionInfo{"rego-version", 0, "VERSION", T("rego.v1 (default), rego.v0 or rego.v0v1")},
    OptionInfo{"no-git", 0, nullptr, T("Add no annotations from git")},
    OptionInfo{"include-tests", 0, nullptr, T("Put *_test.rego into the image too")},
};
constexpr OptionInfo Save[] = {OptionInfo{"output", 'o', "FILE", T("Where the bundle goes; - is standard output")}};
constexpr OptionInfo Eval[] = {OptionInfo{"input", 'i', "FILE", T("The input document, JSON; - is standard input")}};
constexpr OptionInfo Delete[] = {OptionInfo{"yes", 'y', nullptr, T("Delete without asking")}};

constexpr VerbInfo Verbs[] = {
    VerbInfo{"login", "HOST", T("Sign in to a registry; the token goes to the keychain"), 1, 1, Login},
    VerbInfo{"logout", "HOST", T("Forget the account of a registry"), 1, 1, {}},
    VerbInfo{"build", "DIR…", T("Build a policy image from folders"), 1, -1, Build},
    VerbInfo{"publish", "DIR HOST/REPOSITORY", T("Build a folder and push it under one or many tags"), 2, 2, Publish},
    VerbInfo{"images", "", T("List the images on this computer"), 0, 0, {}},
    VerbInfo{"tag", "SOURCE TARGET", T("Give an image on this computer another reference"), 2, 2, {}},
    VerbInfo{"push", "REF…", T("Push images to their registries"), 1, -1, {}},
    VerbInfo{"pull", "REF…", T("Pull images into the local store"), 1, -1, {}},
    VerbInfo{"rm", "REF…", T("Remove images from this computer"), 1, -1, {}},
    VerbInfo{"undo", "[ID]", T("Undo the last removal, or the one with ID"), 0, 1, {}},
    VerbInfo{"save", "REF", T("Save an image's bundle as .tar.gz"), 1, 1, Save},
    VerbInfo{"import", "FILE REF", T("Make an image of a bundle .tar.gz"), 2, 2, {}},
    VerbInfo{"inspect", "REF", T("Show what is known of an image on this computer"), 1, 1, {}},
    VerbInfo{"eval", "REF QUERY", T("Ask an image a Rego query"), 2, 2, Eval},
    VerbInfo{"remote ls", "HOST[/OWNER]", T("List the packages of an owner (GitHub: yours without OWNER), or a registry's repositories"), 1,
        1, {}},
    VerbInfo{"remote tags", "HOST/REPOSITORY", T("List the tags of a repository"), 1, 1, {}},
    VerbInfo{"remote rm", "REF…", T("Delete versions from a registry, with all their tags"), 1, -1, Delete},
    VerbInfo{"version", "", T("Show the versions of policydeskctl and OPA"), 0, 0, {}},
};

struct OldSpelling {
    const char *old;
    const char *now;
};
constexpr std::array Old = {
    OldSpelling{"remote images", "remote ls HOST/OWNER"},
    OldSpelling{"remote set-public", "remote visibility is changed on the package's settings page alone"},
    OldSpelling{"repl", "eval REF QUERY"},
    OldSpelling{"templates", "policydesk: New from a template"},
};

#undef T

std::unexpected<Error> misuse(const char *cause, const QString &word, const QString &detail = {})
{
    return fail(ErrorKind::InvalidInput, Blame::You, QLatin1StringView(cause), word, detail);
}

const OptionInfo *findOption(std::span<const OptionInfo> options, const QString &word)
{
    for (const OptionInfo &option : options) {
        const bool isLong = word.startsWith(QLatin1StringView("--")) && QLatin1StringView(option.name) == word.sliced(2);
        const bool isShort = word.size() == 2 && option.letter && word.at(1) == QLatin1Char(option.letter);
        if (isLong || isShort)
            return &option;
    }
    return nullptr;
}

/// The first words that are no options name the verb; what an option of any verb takes as value is no word.
const VerbInfo *findVerb(QStringList &words)
{
    for (const VerbInfo &verb : Verbs) {
        const QStringList name = QString::fromLatin1(verb.name).split(QLatin1Char(' '));
        if (words.mid(0, name.size()) == name) {
            words.remove(0, name.size());
            return &verb;
        }
    }
    return nullptr;
}

/// Cuts options with their values out of `rest`; what is left is words. `isKnown` finds an option by how it was spelled.
template <typename Find>
Result<QStringList> takeOptions(const QStringList &rest, QHash<QString, QStringList> &options, Find find)
{
    QStringList words;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const QString &word = rest.at(i);
        if (word == QLatin1StringView("--")) {
            words += rest.mid(i + 1);
            break;
        }
        if (!word.startsWith(QLatin1Char('-')) || word == QLatin1StringView("-")) {
            words.append(word);
            continue;
        }
        const qsizetype equals = word.startsWith(QLatin1StringView("--")) ? word.indexOf(QLatin1Char('=')) : -1;
        const OptionInfo *option = find(equals < 0 ? word : word.first(equals));
        if (!option)
            return misuse("usage.unknownOption", word);
        QString value;
        if (option->value) {
            if (equals < 0 && i + 1 == rest.size())
                return misuse("usage.missingValue", word);
            value = equals < 0 ? rest.at(++i) : word.sliced(equals + 1);
        } else if (equals >= 0) {
            return misuse("usage.unknownOption", word);
        }
        options[QString::fromLatin1(option->name)].append(value);
    }
    return words;
}

/// Any option of any verb, to find the verb's name among the words before it is known.
const OptionInfo *findAnyOption(const QString &word)
{
    if (const OptionInfo *common = findOption(Common, word))
        return common;
    for (const VerbInfo &verb : Verbs) {
        if (const OptionInfo *option = findOption(verb.options, word))
            return option;
    }
    return nullptr;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("pd::ctl", text);
}

QString optionLines(std::span<const OptionInfo> options)
{
    QString lines;
    for (const OptionInfo &option : options) {
        QString name = option.letter ? QString(QStringLiteral("  -") + QLatin1Char(option.letter) + QStringLiteral(", --"))
                                     : QStringLiteral("      --");
        name += QLatin1StringView(option.name);
        if (option.value)
            name += QLatin1Char(' ') + QString::fromUtf8(option.value);
        lines += name.leftJustified(32) + QLatin1Char(' ') + tr(option.help) + QLatin1Char('\n');
    }
    return lines;
}

} // namespace

std::span<const VerbInfo> verbs()
{
    return Verbs;
}

std::span<const OptionInfo> commonOptions()
{
    return Common;
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    CommandLine line;
    QHash<QString, QStringList> ignored;
    auto words = takeOptions(arguments, ignored, findAnyOption);
    if (!words)
        return std::unexpected(words.error());
    const QStringList typed = *words;
    line.verb = findVerb(*words);
    line.help = ignored.contains(QStringLiteral("help"));
    if (!line.verb) {
        if (line.help || (typed.size() == 1 && typed.first() == QLatin1StringView("help"))) {
            line.help = true;
            return line;
        }
        for (const OldSpelling &old : Old) {
            if (typed.join(QLatin1Char(' ')).startsWith(QLatin1StringView(old.old)))
                return misuse("usage.old", QString::fromLatin1(old.old), QString::fromUtf8(old.now));
        }
        return misuse("usage.unknownVerb", typed.value(0));
    }
    // Once more, now that it is known which options count.
    auto again = takeOptions(arguments, line.options, [&line](const QString &word) {
        const OptionInfo *option = findOption(line.verb->options, word);
        return option ? option : findOption(Common, word);
    });
    if (!again)
        return std::unexpected(again.error());
    line.arguments = *words;
    if (line.help)
        return line;
    if (line.arguments.size() < line.verb->least)
        return misuse("usage.tooFew", QString::fromLatin1(line.verb->name));
    if (line.verb->most >= 0 && line.arguments.size() > line.verb->most)
        return misuse("usage.tooMany", line.arguments.at(line.verb->most));
    return line;
}

QString usage(const VerbInfo *verb)
{
    QString text = QStringLiteral("policydeskctl ");
    if (verb) {
        text += QString::fromUtf8(verb->name) + QLatin1Char(' ') + QString::fromUtf8(verb->arguments) + QStringLiteral("\n\n")
            + tr(verb->help) + QStringLiteral("\n\n");
        text += optionLines(verb->options);
        return text + optionLines(Common);
    }
    text += tr("VERB [ARGUMENT…] [OPTION…]") + QStringLiteral("\n\n");
    for (const VerbInfo &each : Verbs) {
        const QString name = QString::fromUtf8(each.name) + QLatin1Char(' ') + QString::fromUtf8(each.arguments);
        text += QStringLiteral("  ") + name.leftJustified(30) + QLatin1Char(' ') + tr(each.help) + QLatin1Char('\n');
    }
    return text + QLatin1Char('\n') + optionLines(Common);
}

} // namespace pd::ctl
