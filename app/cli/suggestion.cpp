// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/suggestion.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace Tenantscope::Cli {

namespace {

/// How many letters must be changed, added, dropped or swapped with their neighbour to make one of the other
/// (optimal string alignment).
int distance(QStringView a, QStringView b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<int> twoUp(width);
    std::vector<int> up(width);
    std::vector<int> row(width);
    std::iota(row.begin(), row.end(), 0);
    for (size_t i = 1; i <= size_t(a.size()); ++i) {
        twoUp.swap(up);
        up.swap(row);
        row[0] = int(i);
        for (size_t j = 1; j < width; ++j) {
            const QChar left = a[qsizetype(i) - 1];
            const QChar right = b[qsizetype(j) - 1];
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (left == right ? 0 : 1)});
            if (i > 1 && j > 1 && left == b[qsizetype(j) - 2] && a[qsizetype(i) - 2] == right)
                row[j] = std::min(row[j], twoUp[j - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString &typed, const QStringList &words)
{
    constexpr qsizetype longest = 40; // no word of ours is near a longer one
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    const QString lower = typed.toLower();
    QString best;
    int least = std::max(1, int(typed.size()) / 3) + 1;
    for (const QString &word : words) {
        const bool begun = lower.size() >= 3 && word.startsWith(lower);
        const int changes = begun ? 0 : distance(lower, word);
        if (changes < least) {
            least = changes;
            best = word;
        }
    }
    return best;
}

} // namespace Tenantscope::Cli
