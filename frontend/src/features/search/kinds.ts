import {
  FileText,
  Landmark,
  type LucideIcon,
  MessageSquareText,
  PackageOpen,
  Palette,
  Receipt,
  ScissorsLineDashed,
  Shirt,
  Ship,
} from 'lucide-react';
import type { SearchGroupDto, SearchHitDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';

export type Kind = SearchGroupDto['kind'];

export interface Address {
  to: string;
  search?: Record<string, string>;
}

interface KindLook {
  /** Of a group. */
  label: string;
  icon: LucideIcon;
  address: (hit: SearchHitDto) => Address;
}

/** How each kind is shown, and where it opens. */
export const kinds: Record<Kind, KindLook> = {
  order: { label: 'Orders', icon: PackageOpen, address: ({ id }) => ({ to: paths.order(id) }) },
  style: {
    label: 'Styles',
    icon: Shirt,
    address: ({ id, orderId }) => ({ to: paths.order(orderId), search: { style: id } }),
  },
  line: {
    label: 'Colours and CADs',
    icon: Palette,
    address: ({ id, orderId }) => ({ to: paths.order(orderId), search: { line: id } }),
  },
  sample: { label: 'Samples', icon: ScissorsLineDashed, address: ({ id }) => ({ to: paths.sample(id) }) },
  proforma_invoice: {
    label: 'Proforma invoices',
    icon: Receipt,
    address: ({ id }) => ({ to: paths.proformaInvoice(id) }),
  },
  letter_of_credit: {
    label: 'Letters of credit',
    icon: Landmark,
    address: ({ id }) => ({ to: paths.letterOfCredit(id) }),
  },
  shipment: { label: 'Shipments', icon: Ship, address: ({ id }) => ({ to: paths.shipment(id) }) },
  document: {
    label: 'Files',
    icon: FileText,
    address: ({ id, orderId }) => ({ to: paths.order(orderId), search: { tab: 'files', file: id } }),
  },
  comment: {
    label: 'Comments',
    icon: MessageSquareText,
    address: ({ orderId }) => ({ to: paths.order(orderId), search: { tab: 'comments' } }),
  },
};
