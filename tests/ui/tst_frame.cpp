// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process.h"
#include "everyplace.h"
#include "support/await.h"
#include "support/result.h"
#include "support/runner.h"
#include "widgets/elidedlabel.h"
#include "widgets/rowview.h"
#include "widgets/sentencelabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace pd;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const QString text = label ? label->text() : button ? button->text() : widget.accessibleName();
    return u"%1 %2 “%3”"_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName(), text.left(80));
}

/// The scroll area that shows only a part of the widget, if any.
const QAbstractScrollArea *clipping(const QWidget &widget, const QWidget &window)
{
    for (const QWidget *each = &widget; each != &window && each->parentWidget(); each = each->parentWidget()) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(each->parentWidget());
        if (area && area->viewport() == each)
            return area;
    }
    return nullptr;
}

/// Where the widget is outside of what holds it; empty where it is inside.
QString outside(const QWidget &widget, const QWidget &window)
{
    const QRect place(widget.mapTo(&window, QPoint()), widget.size());
    const auto words = [&place](const QRect &frame) {
        return u"at %1,%2 %3x%4 is not inside %5,%6 %7x%8"_s.arg(place.x())
            .arg(place.y())
            .arg(place.width())
            .arg(place.height())
            .arg(frame.x())
            .arg(frame.y())
            .arg(frame.width())
            .arg(frame.height());
    };
    if (const QAbstractScrollArea *area = clipping(widget, window)) {
        // Down it can be scrolled; across it cannot, where there is no bar.
        const QRect frame(area->viewport()->mapTo(&window, QPoint()), area->viewport()->size());
        const bool across = area->horizontalScrollBar()->maximum() > 0 && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
        return across || (place.left() >= frame.left() && place.right() <= frame.right()) ? QString() : words(frame);
    }
    // A splitter that is mirrored puts its first pane a pixel too far.
    return window.rect().adjusted(-1, -1, 1, 1).contains(place) ? QString() : words(window.rect());
}

QString cutTab(const QTabBar &tabs)
{
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabRect(i).right() > tabs.width() || tabs.fontMetrics().horizontalAdvance(tabs.tabText(i)) > tabs.tabRect(i).width())
            return tabs.tabText(i);
    }
    return {};
}

QString cutHeader(const QHeaderView &header)
{
    for (int i = 0; i < header.count(); ++i) {
        if (header.isSectionHidden(i) || header.orientation() == Qt::Vertical)
            continue;
        const QString text = header.model()->headerData(i, Qt::Horizontal).toString();
        if (header.fontMetrics().horizontalAdvance(text) > header.sectionSize(i))
            return text;
    }
    return {};
}

/// What of the text cannot be read; empty where all of it can, or where the tool tip has the whole.
QString cut(const QWidget &widget)
{
    if (const auto *elided = qobject_cast<const ui::ElidedLabel *>(&widget))
        return elided->isElided() && elided->toolTip().isEmpty() ? elided->text() : QString();
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && !label->text().isEmpty()) {
        const bool wraps = label->hasHeightForWidth();
        const bool fits = wraps ? label->heightForWidth(label->width()) <= label->height() + 1
                                : label->sizeHint().width() <= label->width() + 1 && label->sizeHint().height() <= label->height() + 1;
        return fits ? QString() : label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        button && !button->text().isEmpty() && !button->inherits("QLineEditIconButton"))
        return button->sizeHint().width() <= button->width() + 1 ? QString() : button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget)) {
        QStyleOptionFrame option;
        option.initFrom(edit);
        const QMargins margins = edit->textMargins();
        const int room
            = edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit).width() - margins.left() - margins.right();
        const bool fits = edit->fontMetrics().horizontalAdvance(edit->placeholderText()) <= room;
        return fits || !edit->text().isEmpty() ? QString() : edit->placeholderText();
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return cutTab(*tabs);
    if (const auto *header = qobject_cast<const QHeaderView *>(&widget); header && header->model())
        return cutHeader(*header);
    return {};
}

void judge(const QString &where, QWidget &window, QSet<QString> &faults)
{
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window || widget->size().isEmpty())
            continue;
        if (const QString place = outside(*widget, window); !place.isEmpty())
            faults.insert(u"%1: %2 %3"_s.arg(where, nameOf(*widget), place));
        if (const QString text = cut(*widget); !text.isEmpty())
            faults.insert(
                u"%1: “%2” is cut in %3 (%4x%5)"_s.arg(where, text.left(120), nameOf(*widget)).arg(widget->width()).arg(widget->height()));
    }
}

/// Every control is inside its window, and every text can be read: in both directions, in German, in a small window, at 200 %.
class FrameTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lightBecomesDark();
    void everythingShowing_data();
    void everythingShowing();
    void atTwoHundredPercent();
};

void FrameTest::everythingShowing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QSize>("size");
    QTest::newRow("German") << u"de"_s << Qt::LeftToRight << QSize(1440, 900);
    QTest::newRow("German, small") << u"de"_s << Qt::LeftToRight << QSize(1280, 720);
    QTest::newRow("English, small, mirrored") << u"en"_s << Qt::RightToLeft << QSize(1280, 720);
    QTest::newRow("German, narrow") << u"de"_s << Qt::LeftToRight << QSize(1024, 700);
}

void FrameTest::everythingShowing()
{
    QFETCH(QString, language);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QSize, size);
    QCOMPARE(qGuiApp->devicePixelRatio(), qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s).toDouble());
    QTranslator texts;
    QVERIFY(texts.load(u":/languages/policydesk_%1.qm"_s.arg(language)));
    QVERIFY(QCoreApplication::installTranslator(&texts));
    QGuiApplication::setLayoutDirection(direction);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    test::EveryPlace places;
    QSet<QString> faults;
    const bool all = places.visit(size, [&faults](const QString &where, QWidget &window) { judge(where, window, faults); });
    QVERIFY2(all, qPrintable(places.missing()));
    QStringList lines(faults.begin(), faults.end());
    lines.sort();
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
}

void FrameTest::atTwoHundredPercent()
{
    ProcessSpec spec;
    spec.program = QCoreApplication::applicationFilePath();
    spec.arguments = {u"FrameTest"_s, u"everythingShowing:German, small"_s, u"everythingShowing:English, small, mirrored"_s};
    spec.environment = QProcessEnvironment::systemEnvironment();
    spec.environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    spec.deadline = std::chrono::minutes(3);
    const auto ran = test::await(runProcess(spec, {}), spec.deadline);
    VERIFY_RESULT(ran);
    QVERIFY2(ran->exitCode == 0, QByteArray(ran->out + ran->err).constData());
    QVERIFY2(ran->out.contains("4 passed"), ran->out.constData()); // with its beginning and its end
}

void FrameTest::lightBecomesDark()
{
    test::EveryPlace places;
    QStringList faults;
    const bool all = places.visit({1440, 900}, [&](const QString &where, QWidget &window) {
        const auto ground = [&window] { return window.grab().toImage().pixelColor(window.width() / 2, 3); };
        places.theme().setChoice({ui::Scheme::Light, false, 1.0});
        const QColor light = ground();
        places.theme().setChoice({ui::Scheme::Dark, false, 1.0});
        const QColor dark = ground();
        if (light.lightness() < 200 || dark.lightness() > 80)
            faults.append(u"%1: %2 %3"_s.arg(where, light.name(), dark.name()));
    });
    QVERIFY2(all, qPrintable(places.missing()));
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

PD_TEST(FrameTest)

#include "tst_frame.moc"
