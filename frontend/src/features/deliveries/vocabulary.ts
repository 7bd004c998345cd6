import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { LineDeliveryDto, LineDto, OrderDto, SupplierDeliveryDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

type Verdict = LineDeliveryDto['verdict'];

/** Yarn is counted apart from what was ordered. */
export const kindOptions = [
  { value: 'goods', label: 'Goods' },
  { value: 'yarn', label: 'Yarn' },
] as const satisfies readonly { value: SupplierDeliveryDto['kind']; label: string }[];

/** What is said of what came. */
export const verdicts: Record<Verdict, { word: string; tone: Tone; icon: LucideIcon }> = {
  nothing: { word: 'Nothing yet', tone: 'calm', icon: CircleDashed },
  short: { word: 'Short', tone: 'warn', icon: TriangleAlert },
  within_tolerance: { word: 'Within tolerance', tone: 'good', icon: CircleCheck },
  over: { word: 'Over', tone: 'bad', icon: CircleAlert },
  unknown: { word: 'Cannot be compared', tone: 'info', icon: CircleHelp },
};

export const linesOf = (order: OrderDto): LineDto[] => order.styles.flatMap(({ lines }) => lines);
