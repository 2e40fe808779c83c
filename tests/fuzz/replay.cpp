// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/fuzz/harness.h"

#include <QDir>
#include <QFile>

#include <cstdio>

/// replay FOLDER: feeds a harness with each file of a corpus, without any fuzzer, so that what was found once is
/// looked at in every run of the tests.
int main(int argc, char **argv)
{
    const QDir folder(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        const QByteArray bytes = file.readAll();
        std::fprintf(stderr, "%s\n", qPrintable(name)); // the last one is to blame
        static_cast<void>(LLVMFuzzerTestOneInput(
            reinterpret_cast<const quint8 *>(bytes.constData()), size_t(bytes.size())));
    }
    std::fprintf(stderr, "%d inputs\n", int(names.size()));
    return names.isEmpty() ? 1 : 0; // an empty corpus is a wrong path
}
