// The description of the API, drawn by Swagger UI. Whoever is signed in tries it as themselves.
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';

const root = document.documentElement;
const place = document.getElementById('api-docs');
const system = matchMedia('(prefers-color-scheme: dark)');

// Swagger UI has its own dark look, by a class; which look counts follows what the reader chose for all pages.
const follow = () => root.classList.toggle('dark-mode', root.dataset.theme === 'dark' || (root.dataset.theme !== 'light' && system.matches));
follow();
system.addEventListener('change', follow);

SwaggerUI({
    domNode: place,
    url: place.dataset.document,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    deepLinking: true,
    tryItOutEnabled: false,
    persistAuthorization: false,
    validatorUrl: null,
    requestInterceptor: request => {
        // A browser's changes must prove that its person wants them.
        if (place.dataset.token && request.method !== 'GET') {
            request.headers.RequestVerificationToken = place.dataset.token;
        }

        return request;
    },
});
