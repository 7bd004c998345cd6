import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SampleDto } from '@/shared/api/generated';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { aSample, everythingAllowed } from '../../../../test/samples';
import { answerWith } from '../../../../test/server';
import SamplePage from './SamplePage';

const colleague = { id: 'rafi', fullName: 'Rafi Hasan', email: '', role: 'merchandiser', department: null };

function pageWith(read: () => SampleDto, routes: Parameters<typeof answerWith>[0] = {}, others: SampleDto[] = []) {
  answerWith({
    ...everythingAllowed,
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
    'GET /api/v1/samples/sample-1/': () => ({ body: read() }),
    'GET /api/v1/samples/': () => ({ body: pageOf(read(), ...others) }),
    'GET /api/v1/activity/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    ...routes,
  });
  return renderAt(SamplePage, { at: '/samples/sample-1', path: '/samples/$sampleId' });
}

const refused = aSample({
  status: 'rejected',
  nextStatuses: [],
  submissionDate: '2026-11-02',
  decidedOn: '2026-11-06',
  rejectionReason: 'Too red under D65.',
});

describe('a sample', () => {
  it('is sent again only from its last round', async () => {
    const { unmount } = await pageWith(() => refused);
    expect(await screen.findByRole('button', { name: /^Send again lab dip, round 1/ })).toBeVisible();
    unmount();

    await pageWith(() => refused, {}, [aSample({ id: 'second', version: 2 })]);
    const rounds = await screen.findByRole('link', { name: 'Round 2' });
    expect(rounds).toHaveAttribute('href', '/samples/second');
    expect(screen.queryByRole('button', { name: /^Send again/ })).not.toBeInTheDocument();
  });

  it('takes a file, says why one was refused, and opens what it has', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue({} as Window);
    let shown = aSample();
    const sent: { name: string; version: unknown }[] = [];
    await pageWith(() => shown, {
      'POST /api/v1/samples/sample-1/attachment/': ({ data, headers }) => {
        const file = (data as FormData).get('file') as File;
        sent.push({ name: file.name, version: headers['If-Match'] });
        if (sent.length === 1) return problem(422, { detail: 'This is no picture, whatever its name says.' });
        shown = aSample({ rowVersion: 2, attachment: { fileName: file.name, contentType: 'image/png', size: 2048 } });
        return { body: shown };
      },
      'GET /api/v1/samples/sample-1/attachment/': () => ({ body: { url: '/files/dip.png' } }),
    });
    const drop = await screen.findByLabelText(/Drop a photo, a report or comments here/);
    await userEvent.upload(drop, new File(['?'], 'dip.png', { type: 'image/png' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is no picture');
    await userEvent.upload(drop, new File(['swatch'], 'dip.png', { type: 'image/png' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Open dip.png' }));
    await waitFor(() => expect(opened).toHaveBeenCalledWith(expect.stringMatching(/\/files\/dip\.png$/), '_blank'));
    expect(sent).toEqual([
      { name: 'dip.png', version: '"1"' },
      { name: 'dip.png', version: '"1"' },
    ]);
  });

  it('asks which words shall stand when a colleague changed the same', async () => {
    const theirs = aSample({ rowVersion: 2, recipient: 'ANABIA, Kolding' });
    let current = aSample({ recipient: 'ANABIA' });
    const sent: { body: unknown; version: unknown }[] = [];
    await pageWith(() => current, {
      'PATCH /api/v1/samples/sample-1/': ({ data, headers }) => {
        const body = JSON.parse(String(data)) as Partial<SampleDto>;
        sent.push({ body, version: headers['If-Match'] });
        if (sent.length > 1) return { body: { ...current, ...body, rowVersion: 3 } };
        current = theirs;
        return problem(412, { code: 'request.stale_version', changes: [{ actorId: 'rafi' }] });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const form = within(await screen.findByRole('dialog', { name: /^Lab dip, round 1/ }));
    await userEvent.clear(form.getByLabelText('Recipient'));
    await userEvent.type(form.getByLabelText('Recipient'), 'ANABIA, Hamburg');
    await userEvent.type(form.getByLabelText('Notes'), 'Three shades.');
    await userEvent.click(form.getByRole('button', { name: 'Save sample' }));
    expect(await form.findByRole('heading', { name: /Rafi Hasan changed this/ })).toBeVisible();
    await userEvent.click(form.getByRole('radio', { name: /Theirs ANABIA, Kolding/ }));
    await userEvent.click(form.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent[1]).toEqual({ body: { notes: 'Three shades.' }, version: '"2"' });
  });

  it('is deleted after a second look when it changed meanwhile', async () => {
    let version = 1;
    const versions: unknown[] = [];
    const { address } = await pageWith(() => aSample({ rowVersion: version }), {
      'DELETE /api/v1/samples/sample-1/': ({ headers }) => {
        versions.push(headers['If-Match']);
        if (versions.length > 1) return { status: 204 };
        version = 2;
        return problem(412, { detail: 'Rafi Hasan changed this a minute ago.' });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^More about lab dip/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    const question = within(await screen.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Delete sample' }));
    expect(await question.findByRole('alert')).toHaveTextContent('Rafi Hasan changed this a minute ago.');
    await waitFor(async () => {
      await userEvent.click(question.getByRole('button', { name: 'Delete sample' }));
      expect(versions.at(-1)).toBe('"2"');
    });
    await waitFor(() => expect(address()).toBe('/samples'));
  });
});
