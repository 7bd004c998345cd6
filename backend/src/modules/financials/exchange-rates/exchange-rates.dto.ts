import { CurrencyField, DayField, DecimalField, Id, Text, Whole } from '../../../platform/http/fields';
import Decimal from 'decimal.js';
import type { ExchangeRate } from './exchange-rate.entity';

const rate = { min: '0.00000001', max: '9999999999', scale: 8, example: '122.5' };

export class RecordExchangeRateDto {
  @CurrencyField({ example: 'USD' }) fromCurrency: string;
  @CurrencyField({ example: 'BDT' }) toCurrency: string;
  @DecimalField({ ...rate, description: 'One of `fromCurrency` is so many of `toCurrency`.' }) rate: string;
  @DayField({ example: '2026-11-20' }) ratedOn: string;
  @Text({ max: 100, description: 'Where it was read.', example: 'Bangladesh Bank' }) source: string;
}

export class ExchangeRateDto {
  @Id() id: string;
  @CurrencyField({ example: 'USD' }) fromCurrency: string;
  @CurrencyField({ example: 'BDT' }) toCurrency: string;
  @DecimalField({ ...rate, description: 'One of `fromCurrency` is so many of `toCurrency`.' }) rate: string;
  @DayField({ example: '2026-11-20' }) ratedOn: string;
  @Text({ max: 100, example: 'Bangladesh Bank' }) source: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ id, fromCurrency, toCurrency, rate, ratedOn, source, rowVersion }: ExchangeRate): ExchangeRateDto {
    return { id, fromCurrency, toCurrency, rate: new Decimal(rate).toFixed(), ratedOn, source, rowVersion };
  }
}
