import { useQuery } from '@tanstack/react-query';
import { Ban, CircleAlert, CircleCheck, FileCheck, FilePlus, Paperclip, Send } from 'lucide-react';
import { HistoryCard, type HistoryLooks } from '@/shared/ui/HistoryCard';
import { type PaperKind, paperHistory } from '../api';

const looks: HistoryLooks = {
  'proforma_invoice.raised': [FilePlus, 'accent'],
  'proforma_invoice.sent': [Send, 'info'],
  'proforma_invoice.confirmed': [CircleCheck, 'good'],
  'proforma_invoice.cancelled': [Ban, 'calm'],
  'proforma_invoice.pdf_added': [Paperclip, 'calm'],
  'letter_of_credit.recorded': [FilePlus, 'accent'],
  'letter_of_credit.issued': [FileCheck, 'info'],
  'letter_of_credit.confirmed': [CircleCheck, 'good'],
  'letter_of_credit.expired': [CircleAlert, 'bad'],
  'letter_of_credit.document_added': [Paperclip, 'calm'],
};

interface PaperHistoryProps {
  kind: PaperKind;
  paper: { id: string; orderId: string };
  /** Its number. */
  of: string;
}

export function PaperHistory({ kind, paper, of }: PaperHistoryProps) {
  return <HistoryCard of={of} query={useQuery(paperHistory(kind, paper))} looks={looks} />;
}
