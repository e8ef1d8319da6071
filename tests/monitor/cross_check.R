# SPDX-License-Identifier: EUPL-1.2
# Rscript cross_check.R PROGRAM: computes again, by other roads, what PROGRAM (values_for_r) prints.
x <- c(3.1, 2.7, 4.4, 4.0, 5.9, 5.2, 6.8, 6.1, 8.3)
tied <- c(1, 2, 2, 3, 3, 3, 4, 2, 5, 5, 6, 7)
w <- c(120, 80, 40, 200, 60, 90, 30, 150, 70)
group <- rep(0:2, 3)
n <- length(x)
pairs <- t(combn(n, 2))
share <- w / sum(w)
mu <- sum(share * x)
group_share <- tapply(share, group, sum)
group_mean <- tapply(share * x, group, sum) / group_share
entropy <- function(r) r * log(r)
signs <- sum(sign(outer(tied, tied, "-"))[lower.tri(diag(length(tied)))])
m <- length(tied)
ties <- table(tied)
spread <- (m * (m - 1) * (2 * m + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
expected <- c(
  quantile_05 = unname(quantile(x, 0.05)),
  quantile_90 = unname(quantile(x, 0.9)),
  mann_kendall_exact = cor.test(seq_len(n), x, method = "kendall", exact = TRUE)$p.value,
  mann_kendall_ties = 2 * pnorm(-(abs(signs) - 1) / sqrt(spread)),
  theil_sen = median((x[pairs[, 2]] - x[pairs[, 1]]) / (pairs[, 2] - pairs[, 1])),
  gini = sum(outer(share, share) * abs(outer(x, x, "-"))) / (2 * mu),
  theil_between = sum(group_share * entropy(group_mean / mu)),
  theil_within = sum(share * x / mu * log(x / group_mean[as.character(group)])),
  crps_normal = integrate(function(y) (pnorm(y, 2, 1.5) - (y >= 3.2))^2, -Inf, 3.2, rel.tol = 1e-12)$value +
    integrate(function(y) (pnorm(y, 2, 1.5) - (y >= 3.2))^2, 3.2, Inf, rel.tol = 1e-12)$value,
  crps_draws = mean(abs(x - 5)) - mean(abs(outer(x, x, "-"))) / 2
)
printed <- read.table(pipe(shQuote(commandArgs(TRUE)[1])), row.names = 1)
found <- setNames(printed[[1]], rownames(printed))
stopifnot(setequal(names(found), names(expected)))
off <- abs(found[names(expected)] - expected) > 1e-8
cat(sprintf("%-20s %.12g %.12g %s\n", names(expected), found[names(expected)], expected, ifelse(off, "DIFFERS", "")), sep = "")
quit(status = as.integer(any(off)))
