/**
 * Lipset's indicators for the survival of democracy between the wars, as Ragin calibrated them: the data sets LC (crisp) and LF (fuzzy) of R's
 * QCA (Duşa 2019, QCA with R, Springer; after Rihoux & De Meur 2009 and Ragin 2009). DEV URB LIT IND STB SURV, crisp, then fuzzy.
 */
export const lipset: Readonly<Record<string, readonly [crisp: string, ...fuzzy: number[]]>> = {
  AU: ['101100', 0.81, 0.12, 0.99, 0.73, 0.43, 0.05],
  BE: ['111111', 0.99, 0.89, 0.98, 1.0, 0.98, 0.95],
  CZ: ['111111', 0.58, 0.98, 0.98, 0.9, 0.91, 0.89],
  EE: ['001010', 0.16, 0.07, 0.98, 0.01, 0.91, 0.12],
  FI: ['101011', 0.58, 0.03, 0.99, 0.08, 0.58, 0.77],
  FR: ['101111', 0.98, 0.03, 0.99, 0.81, 0.95, 0.95],
  DE: ['111100', 0.89, 0.79, 0.99, 0.96, 0.31, 0.05],
  GR: ['000000', 0.04, 0.09, 0.13, 0.36, 0.43, 0.06],
  HU: ['001000', 0.07, 0.16, 0.88, 0.07, 0.13, 0.42],
  IE: ['101011', 0.72, 0.05, 0.98, 0.01, 0.95, 0.92],
  IT: ['000010', 0.34, 0.1, 0.41, 0.47, 0.58, 0.05],
  NL: ['111111', 0.98, 1.0, 0.99, 0.94, 0.99, 0.95],
  PL: ['001000', 0.02, 0.17, 0.59, 0.0, 0.0, 0.12],
  PT: ['000000', 0.01, 0.02, 0.01, 0.11, 0.01, 0.05],
  RO: ['000010', 0.01, 0.03, 0.17, 0.0, 0.84, 0.21],
  ES: ['000000', 0.03, 0.3, 0.09, 0.21, 0.2, 0.06],
  SE: ['101111', 0.95, 0.13, 0.99, 0.67, 0.91, 0.95],
  UK: ['111111', 0.98, 0.99, 0.99, 1.0, 0.98, 0.95],
}
export const conditions = ['DEV', 'URB', 'LIT', 'IND', 'STB']

/**
 * The truth tables that `truthTable(LC, outcome = "SURV")` and `truthTable(LF, outcome = "SURV", incl.cut = 0.8)` print in QCA 3.25: the row, OUT, n,
 * incl and PRI; those of the crisp table follow from its cases.
 */
export const published = {
  crisp: ['00000 0 3', '00001 0 2', '00100 0 2', '00101 0 1', '10101 1 2', '10110 0 1', '10111 1 2', '11110 0 1', '11111 1 4'],
  fuzzy: [
    '00000 0 3 0.216 0',
    '00001 0 2 0.278 0',
    '00100 0 2 0.521 0.113',
    '00101 0 1 0.529 0.228',
    '10101 1 2 0.804 0.719',
    '10110 0 1 0.378 0.04',
    '10111 0 2 0.709 0.634',
    '11110 0 1 0.445 0.05',
    '11111 1 4 0.904 0.886',
  ],
  /** `pof("DEV + ~DEV + URB + LIT + IND + STB <= SURV", data = LF)`, and the same with `=>`: inclN, RoN, inclS, PRI. */
  single: {
    DEV: '0.831 0.811 0.775 0.743',
    '~DEV': '0.285 0.587 0.274 0.098',
    URB: '0.539 0.899 0.771 0.72',
    LIT: '0.991 0.509 0.643 0.587',
    IND: '0.669 0.786 0.684 0.648',
    STB: '0.92 0.68 0.707 0.664',
  },
}
