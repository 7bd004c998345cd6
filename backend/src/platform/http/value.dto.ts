import { AmountField, CurrencyField, QuantityField, UnitField } from './fields';

/** What adds up in one currency. */
export class MoneyDto {
  @AmountField() amount: string;
  @CurrencyField() currency: string;
}

/** What adds up in one unit. */
export class QuantityDto {
  @QuantityField({ zero: true }) quantity: string;
  @UnitField() unit: string;
}
