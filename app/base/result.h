// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace Tenantscope::Base {

/// A value, or why there is none. Becomes std::expected by changing this header.
template<typename T>
using Result = tl::expected<T, Error>;

/// `return failure({.kind = ErrorKind::Malformed, …});`
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace Tenantscope::Base
