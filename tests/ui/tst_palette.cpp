// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "widgets/palette.h"

using namespace pd::ui;

namespace {

const QList<Role> Grounds
    = {Role::Chrome, Role::Base, Role::Panel, Role::Raised, Role::Sentence, Role::Command, Role::Control, Role::Field, Role::Badge};

class PaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textReads_data();
    void textReads();
    void numbersAreThoseOfTheDrawing_data();
    void numbersAreThoseOfTheDrawing();
    void ratioKnowsItsEnds();
};

void addLook(const char *name, const Palette &palette)
{
    const double least = palette.highContrast() ? 7.0 : 4.5;
    const auto pair = [&](Role text, Role ground) {
        QTest::addRow("%s role %d on %d", name, static_cast<int>(text), static_cast<int>(ground))
            << palette[text] << palette[ground] << least;
    };
    for (const Role ground : Grounds) {
        pair(Role::Text, ground);
        pair(Role::Text2, ground);
    }
    // The faintest text never stands on a selection.
    for (const Role ground : {Role::Chrome, Role::Base, Role::Panel, Role::Raised, Role::Field})
        pair(Role::Text3, ground);
    for (const Role ground : {Role::Selection, Role::SelectionIdle, Role::RowHover, Role::ErrorCard, Role::OkGround, Role::Marked}) {
        pair(Role::Text, ground);
        pair(Role::Text2, ground);
    }
    pair(Role::OnAccent, Role::Accent);
    pair(Role::OnDanger, Role::Danger);
    pair(Role::Ok, Role::Base);
    pair(Role::Ok, Role::OkGround);
    pair(Role::Warn, Role::Base);
    pair(Role::Warn, Role::ErrorCard);
    pair(Role::Err, Role::Base);
    pair(Role::Err, Role::Panel);
    pair(Role::AccentLine, Role::Base);
    pair(Role::AccentLine, Role::Panel);
    for (const Role role : {Role::JsonKey, Role::JsonString, Role::JsonNumber, Role::Keyword})
        pair(role, Role::Base);
    for (const Role role : {Role::ToastText, Role::ToastText2, Role::ToastAction})
        pair(role, Role::Toast);
}

void PaletteTest::textReads_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    addLook("light", Palette::of(Scheme::Light, false));
    addLook("dark", Palette::of(Scheme::Dark, false));
    addLook("light contrast", Palette::of(Scheme::Light, true));
    addLook("dark contrast", Palette::of(Scheme::Dark, true));
}

void PaletteTest::textReads()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double ratio = contrastRatio(text, ground);
    QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ratio)));
}

void PaletteTest::numbersAreThoseOfTheDrawing_data()
{
    QTest::addColumn<bool>("contrast");
    QTest::addColumn<int>("text");
    QTest::addColumn<int>("ground");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char *name, bool contrast, Role text, Role ground, double light, double dark) {
        QTest::newRow(name) << contrast << static_cast<int>(text) << static_cast<int>(ground) << light << dark;
    };
    row("text", false, Role::Text, Role::Base, 16.9, 12.6);
    row("text2", false, Role::Text2, Role::Base, 7.0, 7.4);
    row("text3", false, Role::Text3, Role::Base, 4.9, 5.3);
    row("white on accent", false, Role::OnAccent, Role::Accent, 5.8, 4.7);
    row("control border", false, Role::ControlBorder, Role::Base, 1.6, 1.8);
    row("control border, contrast", true, Role::ControlBorder, Role::Base, 10.0, 13.0);
    row("line, contrast", true, Role::Line, Role::Base, 4.9, 6.6);
}

void PaletteTest::numbersAreThoseOfTheDrawing()
{
    QFETCH(bool, contrast);
    QFETCH(int, text);
    QFETCH(int, ground);
    QFETCH(double, light);
    QFETCH(double, dark);
    for (const auto &[scheme, expected] : {std::pair{Scheme::Light, light}, std::pair{Scheme::Dark, dark}}) {
        const Palette &palette = Palette::of(scheme, contrast);
        const double ratio = contrastRatio(palette[static_cast<Role>(text)], palette[static_cast<Role>(ground)]);
        QVERIFY2(std::abs(ratio - expected) < 0.06, qPrintable(QString::number(ratio)));
    }
}

void PaletteTest::ratioKnowsItsEnds()
{
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
}

} // namespace

PD_TEST(PaletteTest)

#include "tst_palette.moc"
