import { FormProvider, useForm } from 'react-hook-form';
import { getShipment, type ShipmentDto, updateShipment } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { useShipmentNews } from '../api';
import { type ShipmentField, shipmentSpecs } from '../specs';
import { ShipmentFields } from './ShipmentFields';

export function EditShipmentDrawer({ shipment, onClose }: { shipment: ShipmentDto; onClose: () => void }) {
  const news = useShipmentNews();
  const form = useForm({ defaultValues: textOf<ShipmentField>(shipmentSpecs, shipment) });
  const path = { id: shipment.id };
  const { read, save, busy, clash, resolve } = useSaveOver<ShipmentDto>({
    read: shipment,
    send: async (body, headers) => (await updateShipment({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getShipment({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news.of(saved);
      notify.success(`Shipment ${saved.awbNumber} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = changed<ShipmentField>(shipmentSpecs, values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Shipment ${shipment.awbNumber}`}
      description={`Of ${shipment.orderNumber}, ${shipment.customerName}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save shipment"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <ShipmentFields />
      </FormProvider>
    </FormDrawer>
  );
}
