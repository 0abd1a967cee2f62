// SPDX-License-Identifier: GPL-3.0-or-later
#include "testapplication.h"

namespace pd::test {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool)
{
    return std::make_unique<QCoreApplication>(argc, argv);
}

int endApplication()
{
    return 0;
}

} // namespace pd::test
