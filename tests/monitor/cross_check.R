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
# Counts of two years, of which each area should have 50: Gamma prior by moments, then a negative binomial count.
past <- c(20, 40, 60, 80)
risk_variance <- mean((past / 50 - 1)^2) - 1 / 50
shape <- 1 / risk_variance + past[1]
rate <- 1 / risk_variance + 50
count_mean <- 25 * shape / rate
# Levels of four areas over five years. The city moves by the median of the changes; the rest is a joint normal distribution of the
# figures of an area, of which the last is conditioned on those before it.
figures <- rbind(c(10, 12, 11, 13, 15), c(14, 13, 16, 15, 16), c(20, 23, 21, 24, 30), c(25, 24, 27, 26, 27))
city <- cumsum(c(0, apply(apply(figures, 1, diff), 1, median)))
rest <- sweep(figures, 2, city)[, 1:4]
noise <- 1 / c(100, 200, 300, 400)
noise <- noise / mean(noise)
changes <- t(apply(rest, 1, diff))
all_chance <- sum(changes^2) / (2 * sum(3 * noise))
chance <- max(0, -sum(changes[, -1] * changes[, -3]) / sum(2 * noise))
drift <- if (chance >= all_chance) 0 else (sum(changes^2) - 2 * chance * sum(3 * noise)) / 12
chance <- min(chance, all_chance)
district <- tapply(rowMeans(rest), c(1, 1, 2, 2), mean)
between <- max(0, sum((rowMeans(rest) - district[c(1, 1, 2, 2)])^2) / 2 - mean(chance * noise / 4))
covariance <- between + drift * outer(0:4, 0:4, pmin) + diag(chance * noise[3], 5)
weights <- solve(covariance[1:4, 1:4], covariance[1:4, 5])
level_mean <- unname(city[5] + district[2] + sum(weights * (rest[3, ] - district[2])))
level_deviation <- sqrt(covariance[5, 5] - sum(weights * covariance[1:4, 5]))
adjusted <- p.adjust(c(0.04, 0.001, 0.03, 0.03, 0.5, 0.008, 0.9), "BH")
expected <- c(
  setNames(adjusted, paste0("adjusted_", 1:7)),
  counts_expected = count_mean,
  counts_lower = qnbinom(0.05, size = shape, mu = count_mean),
  counts_upper = qnbinom(0.95, size = shape, mu = count_mean),
  counts_p = pnbinom(24, size = shape, mu = count_mean + 2, lower.tail = FALSE),
  levels_expected = level_mean,
  levels_upper = level_mean + qt(0.95, 12) * level_deviation,
  levels_p = pt((30 - level_mean - 2) / level_deviation, 12, lower.tail = FALSE),
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
