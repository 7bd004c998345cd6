import { Link } from '@tanstack/react-router';
import {
  BellRing,
  CalendarDays,
  ChevronRight,
  Coins,
  DoorOpen,
  Landmark,
  type LucideIcon,
  Milestone,
  ReceiptText,
  ShieldCheck,
  Users,
} from 'lucide-react';
import { paths } from '@/shared/lib/paths';
import { Card } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { AdministrationViews } from '../components/AdministrationViews';

interface Place {
  to: string;
  label: string;
  says: string;
  icon: LucideIcon;
}

const groups: { title: string; places: Place[] }[] = [
  {
    title: 'People',
    places: [
      { to: paths.users, label: 'Users', says: 'Who is in the house, in which role, and who is invited', icon: Users },
      {
        to: paths.signInSettings,
        label: 'Sign-in',
        says: 'Who needs a second factor, and what asks for it again',
        icon: ShieldCheck,
      },
    ],
  },
  {
    title: 'What the house is warned of',
    places: [
      {
        to: paths.alertRules,
        label: 'Alerts and their digest',
        says: 'How early, who hears of it, and when the daily mail goes out; ETD, LC expiry and latest shipment too',
        icon: BellRing,
      },
    ],
  },
  {
    title: 'Orders and their plans',
    places: [
      {
        to: paths.gateSets,
        label: 'Gate sets',
        says: 'Which approvals a line waits for, and how long',
        icon: DoorOpen,
      },
      { to: paths.tnaTemplates, label: 'T&A templates', says: 'The steps from order to delivery', icon: Milestone },
      { to: paths.workingCalendars, label: 'Working days', says: 'Weekends and holidays', icon: CalendarDays },
    ],
  },
  {
    title: 'Money',
    places: [
      {
        to: paths.proformaSettings,
        label: 'Proforma invoices',
        says: 'The house’s bank, how long a PI is valid, what it says',
        icon: ReceiptText,
      },
      {
        to: paths.backToBack,
        label: 'Back-to-back limits',
        says: 'The percentage of a master LC and the longest usance, under Limits',
        icon: Landmark,
      },
      { to: paths.profit, label: 'Exchange rates', says: 'What currencies are worth, under Rates', icon: Coins },
    ],
  },
];

/** Every setting of the house that people change, each on its own page; what the process was started with is under House. */
export default function SettingsPage() {
  return (
    <>
      <PageHeader
        title="Settings"
        description="What the house decides for itself. Each is kept at once, and told in the audit."
        actions={<AdministrationViews />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {groups.map(({ title, places }) => (
          <Card key={title} title={title}>
            <ul className="-mx-2 flex flex-col">
              {places.map(({ to, label, says, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className="touch-tall flex items-center gap-3 rounded-lg px-2 py-2.5 transition-colors hover:bg-sunken"
                  >
                    <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
                    <span className="min-w-0 flex-1">
                      <span className="block text-sm font-medium">{label}</span>
                      <span className="block text-[0.8125rem] text-muted">{says}</span>
                    </span>
                    <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:rotate-180" />
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  );
}
