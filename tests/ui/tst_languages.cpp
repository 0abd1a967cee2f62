// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/languages.h"
#include "everyplace.h"
#include "models/format.h"
#include "support/runner.h"
#include "widgets/badge.h"
#include "widgets/codeview.h"
#include "widgets/commandbox.h"
#include "widgets/rowview.h"
#include "widgets/sentencelabel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <QTranslator>

using namespace pd;
using namespace Qt::StringLiterals;

namespace {

constexpr QChar Open = QChar(0x27E6);
constexpr QChar Close = QChar(0x27E7);

/// The text without what is marked: what is left was not translated, or is data.
QString unmarked(const QString &text)
{
    QString rest;
    int depth = 0;
    for (const QChar c : text) {
        if (c == Open)
            ++depth;
        else if (c == Close)
            --depth;
        else if (depth == 0)
            rest.append(c);
    }
    return rest;
}

/// What may be on the screen in no language: numbers, names of others, keys, what the user has.
class Data final {
public:
    explicit Data(const QStringList &names)
    {
        QStringList patterns;
        for (const QString &name : names)
            patterns.append(QRegularExpression::escape(name));
        // The longest first, so that none is found in the middle of another.
        std::ranges::sort(patterns, std::greater(), &QString::size);
        patterns = QStringList{
            u"[a-z]+://\\S+"_s, // addresses
            u"~?/[\\w./-]+"_s, // paths
            u"(?:[\\w.-]+/)*[\\w.-]+\\.(?:rego|json|gz)(?::\\d+)*"_s, // files
            u"policydeskctl .*"_s, // commands
            u"\\bsha256:[0-9a-f]{12,64}\\b|\\b[0-9a-f]{12,64}\\b"_s, // digests
            u"\\bv?\\d[\\w.,:+-]*"_s, // versions, numbers, times
            u"\\b(?:bytes|[KMG]iB)\\b"_s, // QLocale's
            u"\\b(?:true|false|null)\\b"_s, // JSON's
            u"\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b|\\b[AP]M\\b"_s, // QLocale's
            u"\\b(?:F\\d+|[A-Z])\\b"_s, // keys
            u"\\b(?:Policy Desk|Policy CLI|Docker|GitHub|OPA|Rego|Qt)\\b"_s,
            u"\\b(?:read|write|delete):packages\\b"_s, // GitHub's scopes
            u"\\bdocker\\.io\\b"_s,
        } + patterns;
        m_known.setPattern(patterns.join(u'|'));
    }
    /// What of the text is neither marked nor data; empty where all is.
    [[nodiscard]] QString foreign(const QString &text) const
    {
        QString rest = unmarked(text).remove(m_known);
        return std::ranges::any_of(rest, [](QChar c) { return c.isLetter(); }) ? rest.simplified() : QString();
    }

private:
    QRegularExpression m_known;
};

QString plain(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

void addRows(QStringList &texts, const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    constexpr int MostRows = 60;
    for (int row = 0; row < std::min(model.rowCount(parent), MostRows); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role :
                {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole), static_cast<int>(Qt::AccessibleTextRole)})
                texts.append(index.data(role).toString());
        }
        addRows(texts, model, model.index(row, 0, parent));
    }
}

/// Every text that a widget shows or says to a screen reader. What the user typed, commands and sources are data.
QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis()};
    if (widget.isWindow())
        texts.append(widget.windowTitle());
    // Commands, and names and licences of others.
    if (qobject_cast<const ui::CommandBox *>(widget.parentWidget()) || widget.objectName() == u"licencesView"_s
        || widget.objectName() == u"diagnosticsView"_s)
        return {};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts.append(plain(label->text()));
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.append(button->text());
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts.append(edit->placeholderText());
    else if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        texts.append(box->isEditable() ? QString() : box->currentText());
    else if (const auto *editor = qobject_cast<const QPlainTextEdit *>(&widget))
        texts.append(editor->placeholderText());
    if (const auto *sentence = qobject_cast<const ui::SentenceLabel *>(&widget))
        texts.append(sentence->sentence().toPlainText());
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts += {tabs->tabText(i), tabs->tabToolTip(i)};
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget);
        view && view->model() && !qobject_cast<const QHeaderView *>(view)) {
        addRows(texts, *view->model());
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts.append(view->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QAction *action : widget.actions())
        texts += {action->text().remove(u'&'), action->isVisible() ? action->statusTip() : QString()};
    return texts;
}

class LanguagesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLanguageIsThatOfTheLocale_data();
    void theLanguageIsThatOfTheLocale();
    void oneAndMany();
    void everyTextIsMarked();

private:
    static void forget() { qDeleteAll(qApp->findChildren<QTranslator *>()); }
};

void LanguagesTest::theLanguageIsThatOfTheLocale_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("German") << QLocale(QLocale::German) << u"Abgebrochen"_s;
    QTest::newRow("Austrian") << QLocale(QLocale::German, QLocale::Austria) << u"Abgebrochen"_s;
    QTest::newRow("British") << QLocale(QLocale::English, QLocale::UnitedKingdom) << u"Cancelled"_s;
    QTest::newRow("one that is not there") << QLocale(QLocale::French) << u"Cancelled"_s;
    QTest::newRow("none") << QLocale::c() << u"Cancelled"_s;
}

void LanguagesTest::theLanguageIsThatOfTheLocale()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    installTranslations(*qApp, locale);
    QCOMPARE(QCoreApplication::translate("pd::desk", "Cancelled"), text);
    forget();
}

void LanguagesTest::oneAndMany()
{
    QCOMPARE(models::tagsText(1), u"1 tags"_s); // without its texts the program has the sources' own
    installTranslations(*qApp, QLocale(QLocale::English));
    QCOMPARE(models::tagsText(1), u"1 tag"_s);
    QCOMPARE(models::tagsText(2), u"2 tags"_s);
    forget();
    installTranslations(*qApp, QLocale(QLocale::German));
    QCOMPARE(models::versionsText(1), u"1 Version"_s);
    QCOMPARE(models::versionsText(0), u"0 Versionen"_s);
    forget();
}

void LanguagesTest::everyTextIsMarked()
{
    QTranslator marked;
    QVERIFY(marked.load(u":/languages/policydesk_en_XA.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&marked));
    test::EveryPlace places;
    const Data data(places.data());
    QSet<QString> foreign;
    int seen = 0;
    const bool all = places.visit({1440, 900}, [&](const QString &where, QWidget &window) {
        QList<QWidget *> widgets = window.findChildren<QWidget *>();
        widgets.prepend(&window);
        for (const QWidget *widget : std::as_const(widgets)) {
            if (!widget->isVisible())
                continue;
            const QStringList texts = textsOf(*widget);
            for (const QString &text : texts) {
                seen += text.isEmpty() ? 0 : 1;
                if (const QString rest = data.foreign(text); !rest.isEmpty())
                    foreign.insert(u"%1: “%2” of “%3” (%4 %5)"_s.arg(
                        where, rest, text.left(160), QLatin1StringView(widget->metaObject()->className()), widget->objectName()));
            }
        }
    });
    QVERIFY2(all, qPrintable(places.missing()));
    QVERIFY2(seen > 1000, qPrintable(QString::number(seen)));
    QStringList lines(foreign.begin(), foreign.end());
    lines.sort();
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
}

} // namespace

PD_TEST(LanguagesTest)

#include "tst_languages.moc"
