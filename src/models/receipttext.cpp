// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipttext.h"

#include "format.h"
#include "snapshottable.h"

#include <QCoreApplication>

#include <array>

namespace pd::models {

namespace {

struct ReceiptText {
    Q_DECLARE_TR_FUNCTIONS(pd::models::ReceiptText)
};

/// A verb in words: before its subject, and alone after it.
struct VerbWords {
    const char *verb;
    const char *icon;
    const char *title;
    const char *note;
};

constexpr std::array Verbs{
    VerbWords{"publish", "cloud-upload", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Published %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "published")},
    VerbWords{"push", "cloud-upload", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Pushed %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "pushed")},
    VerbWords{"pull", "cloud-download", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Pulled %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "pulled")},
    VerbWords{"build", "pd-package", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Built %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "built")},
    VerbWords{
        "tag", "pd-tag", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Tagged %1"), QT_TRANSLATE_NOOP("pd::models::ReceiptText", "tagged")},
    VerbWords{"remove", "list-remove", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Removed %1 here"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "removed here")},
    VerbWords{"delete", "edit-delete", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Deleted %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "deleted on the registry")},
    VerbWords{"save", "document-save", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Saved %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "saved")},
    VerbWords{"import", "document-import", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Imported %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "imported")},
    VerbWords{"undo", "edit-undo", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Put %1 back"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "put back")},
    VerbWords{"sign-in", "pd-key", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Signed in to %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "signed in")},
    VerbWords{"sign-out", "pd-key", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Signed out of %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "signed out")},
    VerbWords{"practice", "computer", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Started the practice registry at %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "practice registry started")},
    VerbWords{"practice-stop", "computer", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Stopped the practice registry at %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "practice registry stopped")},
    VerbWords{"default", "server-database", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "%1 is the default registry now"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "made the default registry")},
    VerbWords{"get-opa", "cloud-download", QT_TRANSLATE_NOOP("pd::models::ReceiptText", "Got OPA: %1"),
        QT_TRANSLATE_NOOP("pd::models::ReceiptText", "downloaded and checked")},
};

/// What a newer version of the program wrote keeps its own word.
const VerbWords *wordsFor(const QString &verb)
{
    const auto found = std::ranges::find_if(Verbs, [&](const VerbWords &words) { return verb == QLatin1StringView(words.verb); });
    return found == Verbs.end() ? nullptr : &*found;
}

QString noteOf(const QString &verb)
{
    const VerbWords *words = wordsFor(verb);
    return words ? ReceiptText::tr(words->note) : verb;
}

/// "latest, 2.1 and 2, from 91bb07c2ee41"; tags that came from one digest together.
QString movedText(const QList<desk::MovedTag> &moved)
{
    QStringList froms;
    QHash<QString, QStringList> tags;
    for (const desk::MovedTag &tag : moved) {
        if (!tags.contains(tag.from))
            froms.append(tag.from);
        tags[tag.from].append(tag.tag);
    }
    QStringList parts;
    for (const QString &from : std::as_const(froms)) {
        parts.append(ReceiptText::tr("%1, from %2", "latest, 2.1 and 2, from a digest")
                .arg(QLocale().createSeparatedList(tags.value(from)), shortDigest(from)));
    }
    return parts.join(QLatin1StringView("; "));
}

QList<FactValue> factsOf(const desk::Receipt &receipt)
{
    QList<FactValue> facts;
    const auto add = [&facts](const QString &label, const QString &value, bool mono = false, const QString &whole = {}) {
        if (!value.isEmpty())
            facts.append({.label = label, .value = value, .toolTip = toolTip(whole), .mono = mono});
    };
    add(ReceiptText::tr("Reference"), receipt.reference, false, receipt.reference);
    if (!receipt.digest.isEmpty())
        add(ReceiptText::tr("Digest"), QString(QLatin1StringView("sha256:") + shortDigest(receipt.digest)), true, receipt.digest);
    if (receipt.tags.size() > 1)
        add(ReceiptText::tr("Tags"), QLocale().createSeparatedList(receipt.tags));
    add(ReceiptText::tr("Moved"), movedText(receipt.moved));
    add(ReceiptText::tr("Path"), receipt.path, true, receipt.path);
    if (receipt.bytes > 0)
        add(ReceiptText::tr("Size"), sizeText(receipt.bytes));
    const QString when = absoluteTime(receipt.at);
    add(ReceiptText::tr("When"), receipt.user.isEmpty() ? when : ReceiptText::tr("%1, by %2", "time, person").arg(when, receipt.user));
    return facts;
}

QString searched(const desk::Receipt &receipt)
{
    QStringList parts{
        receipt.verb, noteOf(receipt.verb), receiptTitle(receipt), receipt.reference, receipt.digest, receipt.path, receipt.user};
    parts += receipt.tags;
    return folded(parts.join(u'\n'));
}

} // namespace

QString verbIcon(const QString &verb)
{
    const VerbWords *words = wordsFor(verb);
    return words ? QString::fromLatin1(words->icon) : QStringLiteral("info");
}

QString receiptSubject(const desk::Receipt &receipt)
{
    const QString &whole = receipt.reference.isEmpty() ? receipt.path : receipt.reference;
    QStringView end = QStringView(whole).sliced(whole.lastIndexOf(u'/') + 1);
    if (const qsizetype at = end.indexOf(u'@'); at > 0)
        end = end.first(at);
    return end.isEmpty() ? whole : end.toString();
}

QString receiptTitle(const desk::Receipt &receipt)
{
    const VerbWords *words = wordsFor(receipt.verb);
    return words ? ReceiptText::tr(words->title).arg(receiptSubject(receipt)) : QString(receipt.verb + u' ' + receiptSubject(receipt));
}

QString receiptLine(const desk::Receipt &receipt)
{
    QStringList parts{receipt.reference, receipt.digest, receipt.path, absoluteTime(receipt.at)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return ReceiptText::tr("%1: %2", "what was done, and to what").arg(receiptTitle(receipt), parts.join(QLatin1StringView(", ")));
}

QString receiptSummary(const desk::Receipt &receipt, const QDateTime &now)
{
    QStringList words{relativeTime(receipt.at, now)};
    if (!receipt.moved.isEmpty()) {
        QStringList tags;
        for (const desk::MovedTag &moved : receipt.moved)
            tags.append(moved.tag);
        words.append(ReceiptText::tr("moved %1", "tags").arg(QLocale().createSeparatedList(tags)));
    } else if (receipt.bytes > 0) {
        words.append(sizeText(receipt.bytes));
    }
    words.removeAll(QString());
    return words.join(QLatin1StringView(", "));
}

ReceiptValue makeReceipt(const desk::Receipt &receipt, const QDateTime &now)
{
    ReceiptValue made;
    made.id = QString::number(receipt.id);
    made.icon = verbIcon(receipt.verb);
    made.title = receiptSubject(receipt);
    made.note = noteOf(receipt.verb);
    if (!receipt.moved.isEmpty()) {
        made.note = ReceiptText::tr("%1, %2", "published, 3 tags moved")
                        .arg(made.note, ReceiptText::tr("%Ln tags moved", nullptr, static_cast<int>(receipt.moved.size())));
    }
    made.digest = shortDigest(receipt.digest);
    made.when = relativeTime(receipt.at, now);
    made.facts = factsOf(receipt);
    made.whole = receiptLine(receipt);
    made.command = desk::asCommandLine(receipt.command);
    if (!receipt.undo.isEmpty()) {
        const QString label = receipt.moved.isEmpty() ? ReceiptText::tr("Undo") : ReceiptText::tr("Put the tags back…");
        made.actions.append({.id = QStringLiteral("undo"), .label = label});
    }
    made.actions.append({.id = QStringLiteral("copyReceipt"), .label = ReceiptText::tr("Copy the receipt")});
    made.actions.append({.id = QStringLiteral("show"), .label = ReceiptText::tr("Show")});
    return made;
}

QString receiptAsText(const desk::Receipt &receipt)
{
    QStringList lines{receiptTitle(receipt)};
    for (const FactValue &fact : factsOf(receipt))
        lines.append(ReceiptText::tr("%1: %2", "a fact and its value").arg(fact.label, fact.toolTip.isEmpty() ? fact.value : fact.toolTip));
    if (!receipt.command.isEmpty())
        lines.append(desk::asCommandLine(receipt.command));
    return lines.join(u'\n');
}

QStringList receiptPeriods()
{
    return {ReceiptText::tr("last 24 hours"), ReceiptText::tr("last 7 days"), ReceiptText::tr("last 30 days"), ReceiptText::tr("all")};
}

QList<desk::Receipt> findReceipts(const QList<desk::Receipt> &all, const QString &typed, int period, const QDateTime &now)
{
    static constexpr std::array Days{1, 7, 30};
    const bool bounded = period >= 0 && period < static_cast<int>(Days.size());
    const QDateTime since = bounded ? now.addDays(-Days[static_cast<size_t>(period)]) : QDateTime();
    const QStringList words = folded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    QList<desk::Receipt> found;
    for (const desk::Receipt &receipt : all) {
        if (bounded && !(receipt.at >= since))
            continue;
        const QString text = words.isEmpty() ? QString() : searched(receipt);
        if (std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); }))
            found.append(receipt);
    }
    std::ranges::stable_sort(found, std::greater<>(), &desk::Receipt::at);
    return found;
}

} // namespace pd::models
