import { ofBuyer, said, who, type Happening, type Notice } from './notice';

/** What went wrong with an order: its merchandiser hears of it, of what is grave the managers too. */
export const INCIDENT_NOTICES: Readonly<Record<string, Notice>> = {
  'incident.reported': {
    to: (of) => (isGrave(of) ? ['merchandiser', 'manager', 'admin'] : ['merchandiser']),
    severity: 'warning',
    title: (of) => `${isGrave(of) ? 'A grave incident' : 'An incident'} was reported on order ${of.orderNumber}.`,
    message: (of) => {
      const title = said(of, 'title');
      const line = of.lineName ? ` for ${of.lineName}` : '';
      return `${who(of)} reported ${title ? `“${title}”` : 'an incident'}${line}, order ${ofBuyer(of)}.`;
    },
  },
};

const isGrave = (of: Happening): boolean => ['high', 'critical'].includes(said(of, 'severity') ?? '');
