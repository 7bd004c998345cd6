import { useQuery } from '@tanstack/react-query';
import { DoorOpen, Plus } from 'lucide-react';
import type { GateSetDto } from '@/shared/api/generated';
import { SettingCard, SettingsCards } from '@/shared/list/SettingsCards';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';
import { gateSets, useDeleteGateSet } from '../api';
import { GateSetDrawer } from '../components/GateSetDrawer';

/** Which gates a line is given, by its kind of fabric: no box that does not concern it. */
export default function GateSetsPage() {
  const { mutateAsync: remove } = useDeleteGateSet();
  return (
    <SettingsCards
      title="Gate sets"
      description="Which gates a new line has to pass, by its kind of fabric. The days are the buyer’s; all others are in the set."
      what="the gate sets"
      label="Gate sets, in the order in which they are tried"
      query={useQuery(gateSets())}
      addButton={(onAdd) => (
        <Button variant="primary" icon={Plus} onClick={onAdd}>
          New set
        </Button>
      )}
      empty={(add) => (
        <EmptyState icon={DoorOpen} title="No sets yet" actions={add}>
          Without a set new lines have no gates.
        </EmptyState>
      )}
      card={(set, ask) => <SetCard set={set} {...ask} />}
      form={(set, onClose) => <GateSetDrawer set={set} onClose={onClose} />}
      deletion={({ name }) => ({
        title: `Delete the gates of ${name}?`,
        confirmLabel: 'Delete set',
        done: `The set ${name} is deleted.`,
        children: 'Lines keep the gates they have; new ones of this fabric are given another set.',
      })}
      onDelete={remove}
    />
  );
}

interface SetCardProps {
  set: GateSetDto;
  onEdit: () => void;
  onDelete: () => void;
}

function SetCard({ set: { name, words, gates, isDefault }, onEdit, onDelete }: SetCardProps) {
  return (
    <SettingCard
      heading={
        <>
          {name}
          {isDefault && <Badge tone="accent">Where no other fits</Badge>}
        </>
      }
      sub={words.join(', ')}
      editLabel={`Edit the gates of ${name}`}
      deleteLabel={`Delete the set ${name}`}
      onEdit={onEdit}
      onDelete={isDefault ? undefined : onDelete}
    >
      <ol className="mt-3 flex flex-wrap gap-1.5" aria-label={`Gates of ${name}`}>
        {gates.map(({ key, name: gate, days }) => (
          <li key={key}>
            <Badge
              title={`To send within ${days.send ?? '–'} d; mill ${days.mill ?? '–'} d, buyer ${days.buyer ?? '–'} d`}
            >
              {gate} <span className="font-normal">{days.buyer === null ? '' : `${days.buyer} d`}</span>
            </Badge>
          </li>
        ))}
      </ol>
    </SettingCard>
  );
}
