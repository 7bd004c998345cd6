import type { SampleDto } from '@/shared/api/generated';
import { ApproveDialog, RejectDialog } from './DecisionDialogs';
import { DeleteSampleDialog } from './DeleteSampleDialog';
import { EditSampleDrawer } from './EditSampleDrawer';
import { NotSentDialog } from './NotSentDialog';
import { ReceiveSampleDialog } from './ReceiptDialog';
import { SendAgainDialog, SendDialog } from './SendDialog';

const forms = {
  send: SendDialog,
  sendAgain: SendAgainDialog,
  notSent: NotSentDialog,
  receive: ReceiveSampleDialog,
  approve: ApproveDialog,
  reject: RejectDialog,
  edit: EditSampleDrawer,
  delete: DeleteSampleDialog,
};

export type SampleAction = keyof typeof forms;

/** What is about to be done to a sample. */
export interface SampleQuestion {
  action: SampleAction;
  sample: SampleDto;
}

interface SampleQuestionsProps {
  question: SampleQuestion | null;
  /** As they are now: a second try is made on the newest version. */
  rows?: readonly SampleDto[];
  onClose: () => void;
  /** Where to go when it is deleted. */
  leave?: () => Promise<void>;
}

/** The dialog or drawer for it. */
export function SampleQuestions({ question, rows = [], onClose, leave }: SampleQuestionsProps) {
  if (!question) return null;
  const Form = forms[question.action];
  const sample = rows.find(({ id }) => id === question.sample.id) ?? question.sample;
  return <Form sample={sample} onClose={onClose} leave={leave} />;
}
