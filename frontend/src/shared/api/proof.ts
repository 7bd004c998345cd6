import { create } from 'zustand';

interface Question {
  by: 'password' | 'code';
  answer: (given: boolean) => void;
}

/** What stands before somebody who has to show once more that it is them; the frame asks it in a dialog. */
export const useProofQuestion = create<{ question: Question | null }>()(() => ({ question: null }));

let asking: Promise<boolean> | null = null;

/** One dialog for however many requests wait for it. @returns false where they would rather not */
export function askForProof(by: Question['by']): Promise<boolean> {
  asking ??= new Promise<boolean>((answer) => {
    useProofQuestion.setState({ question: { by, answer } });
  }).finally(() => {
    asking = null;
    useProofQuestion.setState({ question: null });
  });
  return asking;
}
