// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"

#include <QRandomGenerator>

namespace Tenantscope::Base {

double SystemRandom::fraction()
{
    return QRandomGenerator::system()->generateDouble();
}

} // namespace Tenantscope::Base
