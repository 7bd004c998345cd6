import { Copy } from 'lucide-react';
import { copyText } from '@/shared/lib/clipboard';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';

/** The one time that they are shown. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const copy = async () => {
    if (await copyText(codes.join('\n'))) notify.success('The codes are copied.');
    else notify.error('The browser does not let us copy. Write them down.');
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keep these recovery codes"
      description="Each signs you in once when the phone is lost. Write them down or print them: they are not shown again."
      footer={
        <>
          <Button icon={Copy} onClick={() => void copy()}>
            Copy
          </Button>
          <Button variant="primary" onClick={onClose}>
            I have kept them
          </Button>
        </>
      }
    >
      <ul className="grid gap-x-6 gap-y-2 rounded-lg bg-sunken p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
}
