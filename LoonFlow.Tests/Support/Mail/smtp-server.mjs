// A real mail server for tests: says where it listens, and every mail it took, as lines of JSON.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const options = JSON.parse(process.argv[2]);
const require = createRequire(options.modules);
const { SMTPServer } = require('smtp-server');
const { default: PostalMime } = await import(require.resolve('postal-mime'));
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');

const server = new SMTPServer({
    logger: false,
    authOptional: !options.user,
    disabledCommands: [...(options.startTls ? [] : ['STARTTLS']), ...(options.user ? [] : ['AUTH'])],
    allowInsecureAuth: false,
    ...(options.startTls ? { key: readFileSync(options.key), cert: readFileSync(options.certificate) } : {}),
    onAuth: (auth, session, answer) => answer(auth.username === options.user && auth.password === options.password
        ? null
        : Object.assign(new Error('Authentication failed'), { responseCode: 535 }), { user: auth.username }),
    onRcptTo: (address, session, answer) => answer(address.address.startsWith('nobody')
        ? Object.assign(new Error('There is no such mailbox'), { responseCode: 550 })
        : null),
    onData(stream, session, answer) {
        const parts = [];
        stream.on('data', (part) => parts.push(part));
        stream.on('end', async () => {
            const raw = Buffer.concat(parts);
            const mail = await PostalMime.parse(raw);
            say({
                raw: raw.toString('utf8'),
                secure: session.secure,
                user: session.user || null,
                recipients: session.envelope.rcptTo.map((to) => to.address),
                subject: mail.subject,
                messageId: mail.messageId,
                from: mail.from,
                to: mail.to,
                text: mail.text,
                html: mail.html,
                headers: Object.fromEntries(mail.headers.map((header) => [header.key, header.value])),
            });

            if (!options.hangs) {
                answer(null);
            }
        });
    },
});

server.on('error', () => {});
server.listen(options.port, '127.0.0.1', () => say({ port: server.server.address().port }));

// It ends with the test that started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
