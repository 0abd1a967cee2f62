// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette.h"
#include "type.h"

#include <QProxyStyle>

#include <optional>

namespace pd::ui {

/// The look of every control: Fusion underneath, painted in the roles of the palette in use. No style sheets anywhere.
/// Made by `Theme`; owned by the application.
class Style final : public QProxyStyle {
    Q_OBJECT
public:
    explicit Style(qreal systemTextScale);

    void setLook(const Palette &palette, std::optional<qreal> textScale);
    [[nodiscard]] const Palette &colors() const { return *m_palette; }
    [[nodiscard]] QFont font(Type type) const;
    [[nodiscard]] qreal textScale() const { return m_textScale; }

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Palette *m_palette;
    qreal m_systemTextScale;
    qreal m_textScale;
    qreal m_ratio = 1;
    bool m_composited;
};

} // namespace pd::ui
