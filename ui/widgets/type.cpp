// SPDX-License-Identifier: GPL-3.0-or-later
#include "type.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace pd::ui {

namespace {

struct Step {
    int size;
    int weight;
    bool mono;
};

Step step(Type type)
{
    switch (type) {
    case Type::Title: return {20, 600, false};
    case Type::Heading: return {15, 600, false};
    case Type::Sentence: return {15, 400, false};
    case Type::Body: return {13, 400, false};
    case Type::Name: return {13, 500, false};
    case Type::Strong: return {13, 600, false};
    case Type::Match: return {13, 700, false};
    case Type::Small: return {12, 400, false};
    case Type::Caption: return {12, 500, false};
    case Type::Section: return {12, 600, false};
    case Type::Mono: return {13, 400, true};
    case Type::MonoSmall: return {12, 400, true};
    case Type::MonoSmallBold: return {12, 600, true};
    }
    Q_UNREACHABLE_RETURN({13, 400, false});
}

const QStringList &families(bool mono)
{
    static const QStringList ui = {QStringLiteral("Inter"), QFontDatabase::systemFont(QFontDatabase::GeneralFont).family(),
        QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans")};
    static const QStringList fixed = {
        QStringLiteral("JetBrains Mono"), QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), QStringLiteral("Noto Sans Mono")};
    return mono ? fixed : ui;
}

bool blooms(Type type, const Step &step, const TypeContext &context)
{
    return context.dark && !context.highContrast && context.devicePixelRatio < 1.5 && !step.mono
        && (step.size <= 13 || type == Type::Sentence) && step.weight <= 600;
}

} // namespace

QFont makeFont(Type type, const TypeContext &context)
{
    const Step wanted = step(type);
    QFont font(families(wanted.mono));
    font.setPixelSize(qRound(wanted.size * context.textScale));
    font.setWeight(static_cast<QFont::Weight>(blooms(type, wanted, context) ? wanted.weight - 100 : wanted.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (wanted.mono) {
        font.setStyleHint(QFont::Monospace);
        // Ligatures would draw := and != as one sign: code is shown as it is.
        font.setFeature("liga", 0);
        font.setFeature("calt", 0);
    }
    return font;
}

QFont tabular(QFont font)
{
    font.setFeature("tnum", 1);
    return font;
}

} // namespace pd::ui
