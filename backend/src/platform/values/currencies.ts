/**
 * The currencies that people pay in: ISO 4217 list one of 2026, by the decimals of their minor unit. What cannot be paid
 * in is left out: metals, units of account and funds (XAU, XDR, CHE), codes for testing or for none (XTS, XXX), and
 * currencies that have ended (HRK, BGN).
 */
const CURRENCIES = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
    CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
    TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const codes = (decimals: keyof typeof CURRENCIES): string[] => CURRENCIES[decimals].split(/\s+/);

const DECIMALS = new Map<string, number>(
  ([0, 2, 3] as const).flatMap((decimals) => codes(decimals).map((code) => [code, decimals] as const)),
);

/** True for a currency of ISO 4217 that people pay in: `USD`, and neither `usd` nor `XXX`. */
export const isCurrency = (value: unknown): value is string => typeof value === 'string' && DECIMALS.has(value);

export const NO_CURRENCY = 'This is no currency of ISO 4217. Write its three capitals, such as USD.';

/** Decimals of the currency's minor unit (USD 2, JPY 0, KWD 3); 2 for one that has ended. ISO 4217. */
export const minorUnits = (currency: string): number => DECIMALS.get(currency) ?? 2;

/** The same in SQL: decimals of the minor unit of the currency in `column`. */
export const minorUnitsSql = (column: string): string =>
  `CASE ${([0, 3] as const)
    .map(
      (decimals) =>
        `WHEN ${column} IN (${codes(decimals)
          .map((code) => `'${code}'`)
          .join(', ')}) THEN ${decimals}`,
    )
    .join(' ')} ELSE 2 END`;
