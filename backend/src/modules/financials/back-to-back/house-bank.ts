import { Injectable } from '@nestjs/common';
import { ProformaSettingsRepository } from '../proforma-invoice/settings/proforma-settings.repository';
import type { BankingDays } from '../letter-of-credit/ucp/clocks';

/** The house's own bank, as its PIs name it. */
export interface BankOfHouse {
  name: string | null;
  bic: string | null;
  address: string | null;
}

const ALWAYS_OPEN: BankingDays = { whose: 'banks in general', isOpen: () => true };

/** Calendars stand above this module: what knows them registers here, on start, how the days of our bank are found. */
@Injectable()
export class HouseBank {
  private find: ((bank: BankOfHouse) => Promise<BankingDays>) | null = null;

  constructor(private readonly settings: ProformaSettingsRepository) {}

  register(find: (bank: BankOfHouse) => Promise<BankingDays>): void {
    this.find = find;
  }

  async days(): Promise<BankingDays> {
    if (!this.find) return ALWAYS_OPEN;
    const {
      bankName: name = null,
      bankBic: bic = null,
      bankAddress: address = null,
    } = (await this.settings.get()).terms;
    return this.find({ name, bic, address });
  }
}
