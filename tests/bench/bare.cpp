// SPDX-License-Identifier: GPL-3.0-or-later
// What a window costs at least: a tree of 1,000 rows and nothing else. The programs are measured against this.
#include <QApplication>
#include <QTreeWidget>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTreeWidget tree;
    tree.setHeaderLabels({"Name", "Digest", "Size"});
    for (int i = 0; i < 1000; ++i)
        new QTreeWidgetItem(&tree, {QString("Row %1").arg(i), QString::number(i * 7919, 16), QString::number(i)});
    tree.resize(1440, 900);
    tree.show();
    return QApplication::exec();
}
