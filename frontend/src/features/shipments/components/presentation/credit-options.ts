import type { PayingCreditDto } from '@/shared/api/generated';

export const creditOptions = (credits: readonly PayingCreditDto[]) =>
  credits.map(({ id, lcNumber }) => ({ value: id, label: lcNumber }));
