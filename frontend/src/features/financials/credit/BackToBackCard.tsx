import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LetterOfCreditDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { master } from '@/shared/money/back-to-back';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { ErrorState } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';

/** What the LC leaves for LCs to mills, and how many stand on it; its link opens them. */
export function BackToBackCard({ credit }: { credit: LetterOfCreditDto }) {
  const { data, error, refetch } = useQuery(master(credit.id));
  return (
    <Card
      title="Back-to-back LCs"
      actions={
        <Link
          to={paths.backToBack}
          search={{ master: credit.id } as never}
          aria-label="Open its back-to-back LCs"
          className="touch-target text-sm text-accent-text underline underline-offset-2"
        >
          Open
        </Link>
      }
    >
      {!data && error && (
        <ErrorState title="What it leaves for mills could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <div className="h-12 animate-pulse rounded-lg bg-sunken" />}
      {data && (
        <DescriptionList
          columns={2}
          items={[
            {
              term: data.backToBacks.length
                ? plural(data.backToBacks.length, 'LC to mills', 'LCs to mills')
                : 'To mills',
              value: <Money amount={data.used} currency={data.currency} />,
            },
            {
              term: 'Left',
              value: data.headroom ? (
                <Money
                  amount={data.headroom}
                  currency={data.currency}
                  className={data.headroom.startsWith('-') ? 'text-bad' : undefined}
                />
              ) : (
                'No limit is recorded'
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
