/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.pilispring.simulator.media;

import java.nio.file.Path;
import java.util.List;

// The configuration file of nginx
record NginxConfiguration(Path rtmpModule, MediaDirectory directory, List<String> hubs, int rtmpPort, int controlPort,
		String callback) {

	String text() {
		StringBuilder text = new StringBuilder();
		// One process, so that nothing is left when it ends
		text.append("""
				load_module "%s";
				daemon off;
				master_process off;
				pid nginx.pid;
				error_log nginx.log warn;
				error_log "%s" debug_event;
				events {
					worker_connections 512;
				}
				http {
					access_log off;
					client_body_temp_path tmp/body;
					proxy_temp_path tmp/proxy;
					fastcgi_temp_path tmp/fastcgi;
					uwsgi_temp_path tmp/uwsgi;
					scgi_temp_path tmp/scgi;
					server {
						listen 127.0.0.1:%d;
						location /control {
							rtmp_control all;
						}
					}
				}
				rtmp {
					access_log off;
					server {
						listen 127.0.0.1:%d;
						notify_method post;
				""".formatted(this.rtmpModule, this.directory.connectionLog(), this.controlPort, this.rtmpPort));
		this.hubs.forEach((hub) -> text.append(application(hub)));
		return text.append("\t}\n}\n").toString();
	}

	private String application(String hub) {
		return """
				application %1$s {
					live on;
					hls on;
					hls_path "%2$s";
					hls_fragment 1s;
					hls_playlist_length 6s;
					hls_cleanup off;
					hls_fragment_naming system;
					record all;
					record_path "%3$s";
					record_unique off;
					record_suffix .flv;
					on_publish %4$s;
					on_publish_done %4$s;
					on_play %4$s;
				}
				""".formatted(hub, this.directory.hls(hub), this.directory.flv(hub), this.callback).indent(8);
	}

}
