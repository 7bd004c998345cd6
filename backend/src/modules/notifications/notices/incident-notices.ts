import { lineOf, ofBuyer, said, who, type Happening, type Notice } from './notice';

/** What went wrong with an order: its merchandiser hears of it, of what is grave the managers too. */
export const INCIDENT_NOTICES = {
  'incident.reported': {
    to: (of) => (isGrave(of) ? ['merchandiser', 'manager', 'admin'] : ['merchandiser']),
    severity: 'warning',
    title: (of) => `${isGrave(of) ? 'A grave incident' : 'An incident'} was reported on order ${of.orderNumber}.`,
    message: (of) => {
      const title = said(of, 'title');
      const line = lineOf(of) ? ` for ${lineOf(of)}` : '';
      return `${who(of)} reported ${title ? `“${title}”` : 'an incident'}${line}, order ${ofBuyer(of)}.`;
    },
  },
} satisfies Readonly<Record<string, Notice>>;

export const isGrave = (of: Happening): boolean => ['high', 'critical'].includes(said(of, 'severity') ?? '');
