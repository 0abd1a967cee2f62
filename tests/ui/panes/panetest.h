// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QTest>
#include <QTranslator>

namespace pd::test {

/// Makes every text 40 % longer, as German often is, so that what is cut shows.
class LongTexts final : public QTranslator {
public:
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

/// Shows a widget at a size, active, as the window would show it. True where it is.
[[nodiscard]] bool showActive(QWidget &widget, QSize size);

/// What is wrong with the controls that show: without a name for assistive technology, two of one name beside each other, without an id where
/// something acts, or cut; a line each. Empty where all is well.
[[nodiscard]] QString faultsOf(const QWidget &widget);

/// Saves a picture into the folder that PD_PICTURES names; without it nothing.
void picture(QWidget &widget, const QString &name);

/// The control with that id.
template <typename T = QWidget>
[[nodiscard]] T *control(const QWidget &parent, const QString &id)
{
    return parent.findChild<T *>(id);
}

/// Clicks as a person would; false where nothing of that id shows and can be clicked.
[[nodiscard]] bool click(const QWidget &parent, const QString &id);
/// Twice, as fast as a double click.
[[nodiscard]] bool clickTwice(const QWidget &parent, const QString &id);
/// On a row of a view, by its text in a column.
[[nodiscard]] bool clickRow(QAbstractItemView &view, const QString &text, int column = 0, bool twice = false);
/// Texts of a column, from the top, as far as they show; rows under groups too.
[[nodiscard]] QStringList column(const QAbstractItemView &view, int number = 0);

} // namespace pd::test
