import { useMutation } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import {
  addLetterOfCreditDocument,
  addProformaInvoicePdf,
  approveProformaInvoice,
  askForProformaInvoiceReview,
  cancelProformaInvoice,
  confirmLetterOfCredit,
  confirmProformaInvoice,
  deleteLetterOfCredit,
  deleteProformaInvoice,
  dispatchProformaInvoice,
  expireLetterOfCredit,
  getLetterOfCreditDocument,
  getProformaInvoicePdf,
  issueLetterOfCredit,
  mailProformaInvoice,
  type MailProformaInvoiceDto,
  printProformaInvoice,
  returnProformaInvoice,
  type LetterOfCreditDto,
  type ProformaInvoiceDto,
} from '@/shared/api/generated';
import { useMoneyNews } from './api';
import type { CreditStatus, InvoiceStatus } from './vocabulary';

export type InvoiceStep = Exclude<InvoiceStatus, 'draft' | 'cancelled'>;
export type CreditStep = Exclude<CreditStatus, 'pending'>;

/**
 * What is decided about money is decided about what was read: a step is refused (412) where anybody wrote meanwhile, and
 * the newer version comes on the screen before it is taken again.
 */
const exactly = (paper: { id: string; rowVersion: number }) =>
  ({ path: { id: paper.id }, headers: ifUnchanged(paper), throwOnError: true }) as const;

export function useInvoiceStep(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (to: InvoiceStep) => {
      const read = exactly(invoice);
      return (await (to === 'sent' ? dispatchProformaInvoice(read) : confirmProformaInvoice(read))).data;
    },
    onSuccess: news.invoice,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useCancelInvoice(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (reason: string) => (await cancelProformaInvoice({ ...exactly(invoice), body: { reason } })).data,
    onSuccess: news.invoice,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useAskForReview(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async () => (await askForProformaInvoiceReview(exactly(invoice))).data,
    onSuccess: news.invoice,
    onError: news.stale,
  });
}

/** Approves what was read, or returns it with a reason. */
export function useReview(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (reason: string | null) => {
      const read = exactly(invoice);
      if (reason === null) return (await approveProformaInvoice(read)).data;
      return (await returnProformaInvoice({ ...read, body: { reason } })).data;
    },
    onSuccess: news.invoice,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

/** The house's own PDF of it; a thread of the server makes it, in some seconds. */
export function usePrint(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async () => (await printProformaInvoice({ ...exactly(invoice), timeout: 60_000 })).data,
    onSuccess: news.invoice,
    onError: news.stale,
  });
}

export function useMail(invoice: ProformaInvoiceDto, key: string) {
  const news = useMoneyNews();
  const { headers, ...read } = exactly(invoice);
  return useMutation({
    mutationFn: async (body: MailProformaInvoiceDto) =>
      (await mailProformaInvoice({ ...read, body, headers: { ...headers, ...once(key) }, timeout: 60_000 })).data,
    onSuccess: news.stale,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useCreditStep(credit: LetterOfCreditDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (to: CreditStep) => {
      const read = exactly(credit);
      if (to === 'issued') return (await issueLetterOfCredit(read)).data;
      return (await (to === 'confirmed' ? confirmLetterOfCredit(read) : expireLetterOfCredit(read))).data;
    },
    onSuccess: news.credit,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useDeleteInvoice(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: () => deleteProformaInvoice(exactly(invoice)),
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useDeleteCredit(credit: LetterOfCreditDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: () => deleteLetterOfCredit(exactly(credit)),
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

const uploadMs = 180_000;

export function useAddPdf(invoice: ProformaInvoiceDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (file: File) =>
      (await addProformaInvoicePdf({ ...exactly(invoice), body: { file }, timeout: uploadMs })).data,
    onSuccess: news.invoice,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useAddDocument(credit: LetterOfCreditDto) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (file: File) =>
      (await addLetterOfCreditDocument({ ...exactly(credit), body: { file }, timeout: uploadMs })).data,
    onSuccess: news.credit,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

/** A link that lives five minutes, so it is asked for when it is wanted. */
export const linkToPdf = async (id: string) => (await getProformaInvoicePdf({ path: { id }, throwOnError: true })).data;
export const linkToDocument = async (id: string) =>
  (await getLetterOfCreditDocument({ path: { id }, throwOnError: true })).data;
