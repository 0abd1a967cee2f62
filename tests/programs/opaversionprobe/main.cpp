// SPDX-License-Identifier: GPL-3.0-or-later
// Says the version that stands at the end of its own file, after the last line break, and adds a line to PROGRAM.asked.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int, char **argv)
{
    const std::string name = argv[0];
    std::ifstream self(name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(self), {}};
    std::ofstream(name + ".asked", std::ios::app) << "asked\n";
    std::cout << "Version: " << bytes.substr(bytes.rfind('\n') + 1) << '\n';
    return 0;
}
