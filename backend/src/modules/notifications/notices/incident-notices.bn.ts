import { isGrave, type INCIDENT_NOTICES } from './incident-notices';
import { who, type NoticeWords } from './notice';
import { because, line, order, orderOfBuyer } from './notice.bn';

export const INCIDENT_NOTICES_BN: Readonly<Record<keyof typeof INCIDENT_NOTICES, NoticeWords>> = {
  'incident.reported': {
    title: (of) => `${order(of)}-এ একটি ${isGrave(of) ? 'গুরুতর ' : ''}সমস্যা জানানো হয়েছে।`,
    message: (of) => {
      const name = line(of);
      return `${who(of)} ${orderOfBuyer(of)}-এ${name ? ` ${name} নিয়ে` : ''} একটি সমস্যা জানিয়েছেন${because(of, 'title')}`;
    },
  },
};
