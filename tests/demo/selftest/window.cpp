// SPDX-License-Identifier: GPL-3.0-or-later
// A throw-away program with the kinds of control that Policy Desk has. The
// harness of the demo is proven on it: with no flaw all checks pass, with
// `--flaw NAME` the check that is there for it fails.

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace {

QString flaw(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--flaw"));
    return at < 0 ? QString() : arguments.value(at + 1);
}

class Window final : public QMainWindow {
    Q_OBJECT

public:
    explicit Window(const QString &flawName);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override { event->acceptProposedAction(); }
    void dropEvent(QDropEvent *event) override { openFolder(event->mimeData()->urls().value(0).toLocalFile()); }

private:
    QWidget *makeForm();
    QPushButton *addButton(QLayout *row, const char *id, const QString &text, void (Window::*slot)());
    void makeViews(QLayout *column);
    void makeMenu();

    void openFolder(const QString &path);
    void chooseFolder();
    void ask();
    void signIn();
    void pull();
    void showPalette();
    void showFlawed(QLayout *column);

    QString m_flaw;
    QNetworkAccessManager m_network;
    QToolButton *m_menuButton = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_token = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QTreeView *m_packages = nullptr;
    QStandardItemModel m_registries;
    QStandardItemModel m_rows;
    QList<QAction *> m_actions;
};

Window::Window(const QString &flawName)
    : m_flaw(flawName)
{
    setWindowTitle(QStringLiteral("Self-test"));
    setAcceptDrops(true);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->addWidget(makeForm());
    makeViews(column);
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(QStringLiteral("Transfer progress"));
    column->addWidget(m_progress);
    m_message = new QLabel(QStringLiteral("Nothing yet"));
    m_message->setObjectName(QStringLiteral("messageLabel"));
    column->addWidget(m_message);
    showFlawed(column);
    setCentralWidget(centre);
    auto *palette = new QShortcut(QKeySequence(QStringLiteral("Ctrl+K")), this);
    connect(palette, &QShortcut::activated, this, &Window::showPalette);
    resize(900, 640);
}

QPushButton *Window::addButton(QLayout *row, const char *id, const QString &text, void (Window::*slot)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1StringView(id));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

QWidget *Window::makeForm()
{
    auto *form = new QWidget;
    auto *lines = new QFormLayout(form);
    m_host = new QLineEdit;
    m_host->setObjectName(QStringLiteral("hostEdit"));
    m_token = new QLineEdit;
    m_token->setObjectName(QStringLiteral("tokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    lines->addRow(QStringLiteral("Registry"), m_host);
    lines->addRow(QStringLiteral("Token"), m_token);
    auto *buttons = new QHBoxLayout;
    addButton(buttons, "openFolderButton", QStringLiteral("Open a folder…"), &Window::chooseFolder);
    addButton(buttons, "practiceButton", QStringLiteral("Ask the registry"), &Window::ask);
    addButton(buttons, "signInButton", QStringLiteral("Sign in…"), &Window::signIn);
    addButton(buttons, "pullButton", QStringLiteral("Pull"), &Window::pull);
    makeMenu();
    buttons->addWidget(m_menuButton);
    lines->addRow(buttons);
    return form;
}

void Window::makeViews(QLayout *column)
{
    auto *tree = new QTreeView;
    tree->setAccessibleName(QStringLiteral("Registries"));
    tree->setHeaderHidden(true);
    auto *registry = new QStandardItem(QStringLiteral("ghcr.io"));
    registry->appendRow(new QStandardItem(QStringLiteral("acme")));
    m_registries.appendRow(registry);
    m_registries.appendRow(new QStandardItem(QStringLiteral("localhost")));
    tree->setModel(&m_registries);
    tree->expandAll();
    column->addWidget(tree);

    m_packages = new QTreeView;
    m_packages->setAccessibleName(QStringLiteral("Remote packages"));
    m_packages->setRootIsDecorated(false);
    m_rows.setHorizontalHeaderLabels({QStringLiteral("Tag"), QStringLiteral("Size")});
    for (int row = 0; row < 40; ++row)
        m_rows.appendRow({new QStandardItem(QStringLiteral("1.%1.0").arg(row)), new QStandardItem(QStringLiteral("%1 KiB").arg(row))});
    m_packages->setModel(&m_rows);
    m_packages->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(QStringLiteral("Copy reference"), m_packages);
    connect(copy, &QAction::triggered, this,
        [this] { m_message->setText(QStringLiteral("Copied ") + m_packages->currentIndex().siblingAtColumn(0).data().toString()); });
    m_packages->addAction(copy);
    column->addWidget(m_packages);
}

void Window::makeMenu()
{
    m_menuButton = new QToolButton;
    m_menuButton->setObjectName(QStringLiteral("menuButton"));
    m_menuButton->setText(QStringLiteral("Menu"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_menuButton);
    m_actions = {menu->addAction(QStringLiteral("Sign in…"), this, &Window::signIn)};
    QMenu *more = menu->addMenu(QStringLiteral("More"));
    m_actions += more->addAction(QStringLiteral("Pull it"), this, &Window::pull);
    m_actions += menu->addAction(QStringLiteral("Never possible"));
    m_actions.last()->setEnabled(false);
    menu->addSeparator();
    m_actions += menu->addAction(QStringLiteral("Quit"), qApp, &QApplication::quit);
    m_menuButton->setMenu(menu);
}

void Window::openFolder(const QString &path)
{
    m_message->setText(QStringLiteral("Opened ") + path);
}

void Window::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, QStringLiteral("Open a folder"));
    if (!path.isEmpty())
        openFolder(path);
}

void Window::ask()
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(QUrl(QStringLiteral("http://%1/v2/_catalog").arg(m_host->text()))));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        const QByteArray body = reply->readAll().trimmed();
        m_message->setText(QStringLiteral("Answered ") + QString::fromUtf8(body));
        reply->deleteLater();
    });
}

void Window::signIn()
{
    QDialog dialog(this);
    dialog.setObjectName(QStringLiteral("signInDialog"));
    dialog.setWindowTitle(QStringLiteral("Sign in to a registry"));
    auto *lines = new QFormLayout(&dialog);
    auto *user = new QLineEdit;
    user->setObjectName(QStringLiteral("userEdit"));
    lines->addRow(QStringLiteral("Account"), user);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("acceptButton"));
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    lines->addRow(buttons);
    if (m_flaw == QLatin1StringView("stubborn"))
        new QShortcut(QKeySequence(Qt::Key_Escape), &dialog, [] { });
    if (dialog.exec() == QDialog::Accepted)
        m_message->setText(QStringLiteral("Signed in as ") + user->text());
}

void Window::pull()
{
    m_progress->setValue(0);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer] {
        m_progress->setValue(m_progress->value() + 10);
        if (m_progress->value() == 100) {
            m_message->setText(QStringLiteral("Pulled"));
            timer->deleteLater();
        }
    });
    timer->start(30);
}

void Window::showPalette()
{
    QDialog dialog(this, Qt::Popup);
    dialog.setObjectName(QStringLiteral("paletteDialog"));
    dialog.setAccessibleName(QStringLiteral("Go to anything"));
    auto *column = new QVBoxLayout(&dialog);
    auto *query = new QLineEdit;
    query->setAccessibleName(QStringLiteral("Go to"));
    column->addWidget(query);
    dialog.exec();
}

void Window::showFlawed(QLayout *column)
{
    if (m_flaw == QLatin1StringView("unnamed")) {
        column->addWidget(new QToolButton);
    } else if (m_flaw == QLatin1StringView("twins")) {
        column->addWidget(new QPushButton(QStringLiteral("Again")));
        column->addWidget(new QPushButton(QStringLiteral("Again")));
    } else if (m_flaw == QLatin1StringView("outside")) {
        auto *button = new QPushButton(QStringLiteral("Half outside"), this);
        button->setGeometry(840, 600, 200, 30);
    } else if (m_flaw == QLatin1StringView("trap")) {
        auto *trap = new QLineEdit;
        trap->setAccessibleName(QStringLiteral("Trap"));
        setTabOrder(trap, trap);
        column->addWidget(trap);
        new QShortcut(QKeySequence(Qt::Key_Tab), trap, [] { }, Qt::WidgetShortcut);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Window window(flaw(QApplication::arguments()));
    window.show();
    return QApplication::exec();
}

#include "window.moc"
