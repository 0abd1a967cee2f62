// SPDX-License-Identifier: GPL-3.0-or-later
#include "panetest.h"

#include "widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace pd::test {

QString LongTexts::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    // At the end, so that places for values stay what they are.
    QString more;
    while (more.size() * 10 < text.size() * 4)
        more += QStringLiteral("ung");
    return text + more;
}

bool showActive(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    return QTest::qWaitForWindowActive(&widget);
}

namespace {

bool acts(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
}

/// Parts of Qt's own controls: the clear button of a field, the buttons of a spin box.
bool isInside(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return parent
        && (parent->inherits("QLineEdit") || parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox")
            || parent->inherits("QTabBar") || parent->inherits("QAbstractScrollArea"));
}

QString nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

bool isCut(const QWidget *widget)
{
    if (qobject_cast<const ui::ElidedLabel *>(widget))
        return false; // ends in dots, and tells the rest
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->wordWrap() ? label->height() < label->heightForWidth(label->width()) : label->width() < label->sizeHint().width();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->width() < button->sizeHint().width();
    return false;
}

} // namespace

QString faultsOf(const QWidget &widget)
{
    QCoreApplication::processEvents(); // what was put into a layout just now shows
    QStringList faults;
    QSet<QString> beside;
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        if (!child->isVisible() || isInside(child))
            continue;
        const QString what = QString::fromLatin1(child->metaObject()->className()) + u' ' + child->objectName() + u' ' + nameOf(child);
        if (acts(child)) {
            if (nameOf(child).isEmpty())
                faults.append(QStringLiteral("no name: ") + what);
            if (child->objectName().isEmpty())
                faults.append(QStringLiteral("no id: ") + what);
            const QString key = QString::number(reinterpret_cast<quintptr>(child->parentWidget())) + nameOf(child);
            if (beside.contains(key))
                faults.append(QStringLiteral("twice: ") + what);
            beside.insert(key);
        }
        if (isCut(child))
            faults.append(QStringLiteral("cut: %1, %2 of %3").arg(what).arg(child->width()).arg(child->sizeHint().width()));
    }
    return faults.join(QLatin1Char('\n'));
}

void picture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("PD_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(50);
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

bool click(const QWidget &parent, const QString &id)
{
    QCoreApplication::processEvents(); // what was put into a layout just now shows
    auto *widget = control(parent, id);
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

bool clickTwice(const QWidget &parent, const QString &id)
{
    QCoreApplication::processEvents();
    auto *widget = control(parent, id);
    if (!widget || !widget->isVisible() || !widget->isEnabled())
        return false;
    const QPointer<QWidget> alive(widget);
    QTest::mouseClick(widget, Qt::LeftButton);
    if (alive)
        QTest::mouseDClick(widget, Qt::LeftButton);
    return true;
}

bool clickRow(QAbstractItemView &view, const QString &text, int column, bool twice)
{
    const QAbstractItemModel *model = view.model();
    const QModelIndexList found = model->match(model->index(0, column), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (found.isEmpty())
        return false;
    const QPoint at = view.visualRect(found.first()).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    if (twice)
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
    return true;
}

namespace {

void collect(const QAbstractItemModel &model, const QModelIndex &parent, int number, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        texts.append(model.index(row, number, parent).data().toString());
        collect(model, model.index(row, 0, parent), number, texts);
    }
}

} // namespace

QStringList column(const QAbstractItemView &view, int number)
{
    QStringList texts;
    collect(*view.model(), {}, number, texts);
    return texts;
}

} // namespace pd::test
