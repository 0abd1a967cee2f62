// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    return pd::test::run(argc, argv, [](int &count, char **arguments) -> std::unique_ptr<QCoreApplication> {
        return std::make_unique<QCoreApplication>(count, arguments);
    });
}
