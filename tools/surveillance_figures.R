# Makes the figures that the detectors are tested against, with the R package surveillance 1.20.3
# (Debian: r-cran-surveillance). R is no need of the project; the figures are committed.
#   Rscript tools/surveillance_figures.R > tests/warn/detectors/figures/surveillance.json
suppressMessages(library(surveillance))
set.seed(20)
weeks <- 330
season <- 1 + 0.4 * sin(2 * pi * seq_len(weeks) / 52)
series <- list(
  sparse = rnbinom(weeks, size = 0.4, mu = 1.2),
  seasonal = rnbinom(weeks, size = 3, mu = 12 * season),
  rising = rnbinom(weeks, size = 6, mu = exp(1 + seq_len(weeks) / 150)),
  poisson = rpois(weeks, 6)
)
series$seasonal[325:328] <- series$seasonal[325:328] + 60
range <- 301:330

numbers <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.10g", x)), collapse = ", "), "]")

ears <- function(counts, method) {
  found <- earsC(sts(counts, frequency = 52), control = list(range = range, method = method))
  numbers(as.vector(upperbound(found)))
}

# The trend is left out or kept by its p value in `trend`, and always kept in `always`.
farrington <- function(counts, ...) {
  control <- list(range = range, b = 5, w = 3, pastWeeksNotIncluded = 26, noPeriods = 10, alpha = 0.01,
                  limit54 = c(0, 4), glmWarnings = FALSE, ...)
  found <- farringtonFlexible(sts(counts, frequency = 52), control = control)
  sprintf('{"upper": %s, "expected": %s, "dispersion": %s, "trend": %s}',
          numbers(as.vector(upperbound(found))), numbers(as.vector(found@control$expected)),
          numbers(as.vector(found@control$phiVector)), numbers(as.vector(found@control$trend)))
}

one <- function(name) {
  counts <- series[[name]]
  fields <- c(
    sprintf('"counts": %s', numbers(counts)),
    sprintf('"first": %d', range[1]),
    sprintf('"c1": %s', ears(counts, "C1")),
    sprintf('"c2": %s', ears(counts, "C2")),
    sprintf('"c3": %s', ears(counts, "C3")),
    sprintf('"delta": %s', farrington(counts, reweight = FALSE, trend = TRUE, thresholdMethod = "delta")),
    sprintf('"delta_reweighted": %s', farrington(counts, reweight = TRUE, trend = FALSE, thresholdMethod = "delta")),
    sprintf('"negative_binomial": %s', farrington(counts, reweight = TRUE, trend = TRUE, pThresholdTrend = 1, thresholdMethod = "nbPlugin"))
  )
  sprintf('"%s": {%s}', name, paste(fields, collapse = ",\n  "))
}

cat("{", paste(sapply(names(series), one), collapse = ",\n"), "}\n", sep = "")
