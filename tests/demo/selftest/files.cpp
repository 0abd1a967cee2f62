// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for a file manager: `pd_demo_files FOLDER PATH…` shows each path
// as a button-sized row that can be dragged out, and copies what is dropped on
// the window into FOLDER.

#include <QApplication>
#include <QDir>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>
#include <QVBoxLayout>

namespace {

class File final : public QLabel {
public:
    explicit File(const QString &path)
        : QLabel(QFileInfo(path).fileName())
        , m_path(path)
    {
        setFrameShape(QFrame::Box);
        setMargin(8);
    }

protected:
    void mousePressEvent(QMouseEvent *event) override { m_pressed = event->position(); }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if ((event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance())
            return;
        auto *drag = new QDrag(this);
        auto *content = new QMimeData;
        content->setUrls({QUrl::fromLocalFile(m_path)});
        drag->setMimeData(content);
        drag->exec(Qt::CopyAction);
    }

private:
    QString m_path;
    QPointF m_pressed;
};

class Files final : public QWidget {
public:
    Files(const QString &folder, const QStringList &paths)
        : m_folder(folder)
    {
        setWindowTitle(QStringLiteral("Files"));
        setAcceptDrops(true);
        auto *column = new QVBoxLayout(this);
        for (const QString &path : paths)
            column->addWidget(new File(path));
        column->addWidget(new QLabel(QStringLiteral("Drop here to copy")));
        move(0, 0);
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->acceptProposedAction();
    }
    void dropEvent(QDropEvent *event) override
    {
        for (const QUrl &url : event->mimeData()->urls())
            QFile::copy(url.toLocalFile(), QDir(m_folder).filePath(url.fileName()));
        event->acceptProposedAction();
    }

private:
    QString m_folder;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    Files files(arguments.value(1), arguments.mid(2));
    files.show();
    return QApplication::exec();
}
